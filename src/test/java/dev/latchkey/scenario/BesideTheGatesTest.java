package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tried beside the gates: old letters, closed tickets, facts that changed meanwhile. */
@NullMarked
class BesideTheGatesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final Path OBJECTION = Conversation.STORIES.resolve("02-the-owner-says-not-me");
  private static final String HEADER =
      "name,addresses,second_factor,critical,published,second_factor_changed\n";
  private static final String DORA = "dora,dora@mail.example verified since 2021-03-01,";

  @TempDir private Path folder;

  @Test
  void whoObjectsToAnEndedTicketStopsTheOneThatGoesOn() throws IOException, SQLException {
    try (Conversation desk = withAccounts(OBJECTION.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")));
      OutboundMail first = desk.last("CODE", "dora@mail.example", "LK-1001");
      endItAndAskAgain(desk);
      assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
      assertThat(desk.state(1002)).isEqualTo("PROVING");

      desk.receive(desk.answer("dora@mail.example", first, "This was not me. Please stop this."));

      assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
      assertThat(desk.standing(1002)).isEqualTo("CONTESTED");
      assertThat(desk.outcome()).isEqualTo(Outcome.OWNER_OBJECTED);
      assertThat(desk.column("SELECT ticket_id FROM warning WHERE kind = 'OWNER_OBJECTED'"))
          .contains("1002");
    }
  }

  @Test
  void anObjectionToAnEndedTicketCountsWhenItIsAskedForAgain() throws IOException, SQLException {
    try (Conversation desk = withAccounts(OBJECTION.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")));
      OutboundMail first = desk.last("CODE", "dora@mail.example", "LK-1001");
      end(desk);
      desk.receive(desk.answer("dora@mail.example", first, "This was not me. Please stop this."));

      assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
      assertThat(desk.column("SELECT source FROM warning WHERE kind = 'OWNER_OBJECTED'"))
          .containsExactly("dora@mail.example");
    }
  }

  @Test
  void whoObjectsToAnEndedTicketDoesNotStopTheirOwn() throws IOException, SQLException {
    try (Conversation desk = withAccounts(OBJECTION.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")));
      OutboundMail first = desk.last("CODE", "dora@mail.example", "LK-1001");
      end(desk);
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      desk.receive(desk.answer("dora@mail.example", first, "This was not me. Please stop this."));

      assertThat(desk.state(1002)).isEqualTo("PROVING");
    }
  }

  @Test
  void anOldReplyAddressInTheHandsOfAStrangerIsToldToItsOwner() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BesideTheGatesTest.class)) {
      OutboundMail theCase = desk.last("CASE", "alice@staff.example");
      desk.change("UPDATE token SET expires_at = DATE_SUB(expires_at, INTERVAL 500 DAY)");
      int before = desk.sender().sent().size();

      desk.receive(desk.answer("eve@attacker.example", theCase, "RESUME"));

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_FORGED);
      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();
      List<OutboundMail> letters =
          desk.sender().sent().subList(before, desk.sender().sent().size());
      assertThat(letters).hasSize(1);
      assertThat(letters.get(0).recipient()).hasToString("alice@staff.example");
    }
  }

  @Test
  void oneApprovalIsNotEnoughOnceTheAccountAsksForTwo() throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(accounts, HEADER + DORA + "no,no,no,\n");
    try (Conversation desk = withAccounts(accounts)) {
      forgotten(desk);
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");

      Files.writeString(accounts, HEADER + DORA + "yes,no,no,\n");
      desk.after(Duration.ofDays(1));
      desk.after(Duration.ofDays(1));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.column("SELECT letter FROM outbox WHERE letter = 'APPROVAL_OUTDATED'"))
          .hasSize(2);
    }
  }

  @Test
  void whoApprovedOtherEvidenceIsNoneOfTheTwo() throws IOException, SQLException {
    Path story = Conversation.STORIES.resolve("09-two-approvers-with-a-second-factor");
    try (Conversation desk = withAccounts(story.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(story.resolve("01-request.eml")));
      desk.receive(desk.mail(story.resolve("02-code.eml"), desk.last("CODE", "kim@mail.example")));
      Path alice = story.resolve("04-alice-with-digits.eml");
      Path bob = story.resolve("06-bob-with-digits.eml");
      desk.receive(desk.mail(alice, desk.last("CASE", "alice@staff.example")));
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_DONE);
      desk.change(
          "INSERT INTO evidence (ticket_id, class, source, at)"
              + " VALUES (1001, 'CODE', 'kim@old.example', '2026-03-02 09:30:00.000007')");

      desk.receive(desk.mail(bob, desk.last("CASE", "bob@staff.example")));
      assertThat(desk.outcome()).as("the old case").isEqualTo(Outcome.COMMAND_REFUSED);
      desk.after(Duration.ofMinutes(5));
      desk.receive(desk.mail(bob, desk.last("CASE", "bob@staff.example")));
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.last("CASE", "alice@staff.example").subject()).contains("1 of 2");

      desk.after(Duration.ofMinutes(5));
      desk.receive(desk.mail(alice, desk.last("CASE", "alice@staff.example")));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
      assertThat(
              desk.column(
                  "SELECT detail FROM history WHERE event IN ('APPROVAL_RECORDED', 'APPROVED')"))
          .hasSize(3)
          .allSatisfy(detail -> assertThat(detail).startsWith("policy standard, level SLOW"));
    }
  }

  @Test
  void whoOwnsAnAccountSawNothingOfIt() throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        HEADER
            + "dora,dora@mail.example verified since 2021-03-01;"
            + " alice@staff.example verified since 2021-03-01,yes,no,no,\n");
    try (Conversation desk = withAccounts(accounts)) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      desk.receive(
          desk.stamped(
              "alice@staff.example", "support@desk.example", "a ticket", "", "STATUS LK-1001"));

      desk.alice("TICKET_STATUS", "SAW BRANCH https://hg.example/dora/lamp");

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.desk().lastReason()).contains("OWN_CASE");
      assertThat(desk.column("SELECT class FROM evidence WHERE seen_by IS NOT NULL")).isEmpty();
    }
  }

  @Test
  void whatIsSeenWhileATicketStandsStillCountsWhenItGoesOn() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BesideTheGatesTest.class)) {
      desk.alice("CASE", "HOLD");
      desk.alice("DECIDED", "SAW BRANCH https://hg.example/dora/lamp");

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.column("SELECT detail FROM history WHERE event = 'EVIDENCE_RECORDED'"))
          .last()
          .isEqualTo("BRANCH, policy standard: https://hg.example/dora/lamp");

      desk.alice("COMMAND_DONE", "RESUME");
      assertThat(desk.last("CASE", "alice@staff.example").body().replaceAll("\\s+", " "))
          .contains("https://hg.example/dora/lamp, seen by alice@staff.example");

      // Something else happened to it, so that it lasts.
      desk.alice("CASE", "UNDO");
      desk.alice("DECIDED", "UNDO");
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.column("SELECT seen_by FROM evidence WHERE class = 'BRANCH'"))
          .containsExactly("alice@staff.example");
    }
  }

  @Test
  void aTaskOfAnEarlierRoundCannotBeDone() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BesideTheGatesTest.class)) {
      OutboundMail task = taskAfterApproval(desk);
      desk.alice("TASK", "HOLD");
      desk.alice("DECIDED", "RESUME");
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      taskAfterApproval(desk);
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");

      desk.receive(desk.answer("alice@staff.example", task, "DONE"));

      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_REFUSED);
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void aHoldThatEndedLongAgoResumesNothing() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BesideTheGatesTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      OutboundMail theCase = desk.last("CASE", "alice@staff.example");
      desk.receive(desk.answer("dora@other.example", code, "This was not me. Please stop this."));
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      desk.change("UPDATE token SET used_at = expires_at WHERE used_at IS NULL");

      desk.receive(desk.answer("alice@staff.example", theCase, "HOLD until 2026-03-01"));
      desk.after(Duration.ofMinutes(1));

      assertThat(desk.state(1001)).isIn("CONTESTED", "ON_HOLD");
    }
  }

  @Test
  void anOldReplyAddressHoldsForGoodAndSetsNoDay() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BesideTheGatesTest.class)) {
      OutboundMail theCase = desk.last("CASE", "alice@staff.example");
      desk.change("UPDATE token SET used_at = expires_at WHERE used_at IS NULL");

      desk.receive(desk.answer("alice@staff.example", theCase, "HOLD until 2026-03-04"));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      desk.after(Duration.ofDays(3));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
    }
  }

  @Test
  void whatABudgetHoldsBackIsWrittenDownOnce() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(BesideTheGatesTest.class)) {
      desk.receive(twoSenders(desk, "Hello, do you sell bicycles?"));
      assertThat(held(desk)).isEmpty();
      desk.change("UPDATE budget SET used = 100000");
      desk.change("UPDATE outbox SET dedupe_key = SHA2(id, 256) WHERE letter = 'ALARM'");
      for (int i = 0; i < 5; i++) {
        desk.receive(twoSenders(desk, "Hello, do you sell bicycles?"));
      }

      assertThat(held(desk)).hasSize(2);
    }
  }

  private static List<String> held(Conversation desk) throws SQLException {
    return desk.column("SELECT letter FROM outbox WHERE state = 'DROPPED' AND letter = 'ALARM'");
  }

  /** Dora forgot her password, which did not come back by itself, and proves her one address. */
  private void forgotten(Conversation desk) throws IOException, SQLException {
    String request = Conversation.mail(STORY.resolve("01-request.eml"));
    desk.receive(
        request
            .replace("I lost my phone with the authenticator app on it.", "I forgot my password.")
            .replace("- [x] I never generated or have lost my recovery codes", "- [x] None"));
    if (desk.state(1001).equals("SELF_SERVICE")) {
      desk.receive(
          desk.answer(
              "dora@mail.example",
              desk.last("SELF_SERVICE", "dora@mail.example"),
              "That did not work, no mail arrives."));
    }
    assertThat(desk.state(1001)).isEqualTo("PROVING");
    desk.receive(
        desk.mail(
            STORY.resolve("02-code-from-the-first-address.eml"),
            desk.last("CODE", "dora@mail.example")));
    assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
  }

  private OutboundMail taskAfterApproval(Conversation desk) throws IOException, SQLException {
    desk.alice("CASE", "APPROVE %CODE%");
    desk.after(Duration.ofDays(2));
    desk.after(Duration.ofDays(2));
    return desk.last("TASK", "alice@staff.example");
  }

  private void end(Conversation desk) throws SQLException {
    desk.receive(
        desk.answer(
            "eve@attacker.example",
            desk.last("ACKNOWLEDGEMENT", "eve@attacker.example"),
            "I found my codes, the problem is solved. Please close this."));
  }

  private void endItAndAskAgain(Conversation desk) throws IOException, SQLException {
    end(desk);
    desk.receive(
        Conversation.mail(OBJECTION.resolve("01-eve-asks.eml")).replace("<story.", "<again."));
  }

  private Conversation withAccounts(Path accounts) {
    return new Conversation(TestDatabase.emptyFor(BesideTheGatesTest.class), accounts);
  }

  /** Nobody can tell who wrote it, so nobody but the staff hears of it. */
  private static String twoSenders(Conversation desk, String text) {
    return stranger(desk, text)
        .replace(
            "From: <stranger@attacker.example>",
            "From: <stranger@attacker.example>, <other@attacker.example>");
  }

  private static String stranger(Conversation desk, String text) {
    return desk.stamped(
        "stranger@attacker.example", "support@desk.example", "Re: account", "", text);
  }
}
