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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who of the staff is mailed at once, and what waits for the digest. */
@NullMarked
class StaffMailTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String BOB = "bob@staff.example";
  private static final String ACCOUNTS =
      """
      name,addresses,second_factor,critical,published,second_factor_changed
      dora,%sdora@mail.example verified since 2021-03-01,yes,no,yes,
      kim,kim@mail.example verified since 2021-03-01,yes,no,yes,
      lou,lou@mail.example verified since 2021-03-01,yes,no,yes,
      """;
  private int mails;

  @TempDir Path folder;

  @Test
  void eachCaseGoesToOneAndTheNextToSomebodyElse() throws IOException, SQLException {
    try (Conversation desk = desk("")) {
      inReview(desk, "dora");
      inReview(desk, "kim");
      inReview(desk, "lou");

      assertThat(cases(desk)).containsExactly("1001 " + ALICE, "1002 " + BOB, "1003 " + ALICE);
    }
  }

  @Test
  void whoeverLeavesTheirCasesLyingGetsNoMore() throws IOException, SQLException {
    try (Conversation desk = desk("")) {
      inReview(desk, "dora");
      inReview(desk, "kim");
      answer(desk, desk.last("CASE", BOB), "bob", "REJECT\nNot theirs.");
      inReview(desk, "lou");

      assertThat(cases(desk)).containsExactly("1001 " + ALICE, "1002 " + BOB, "1003 " + BOB);
    }
  }

  @Test
  void aCaseGoesToNobodyWhoseAccountItIsAbout() throws IOException, SQLException {
    try (Conversation desk = desk("alice@staff.example since 2020-03-01; ")) {
      inReview(desk, "dora");

      assertThat(cases(desk)).containsExactly("1001 " + BOB);
    }
  }

  @Test
  void whatChangesACaseGoesToWhoeverLooksAfterIt() throws IOException, SQLException {
    try (Conversation desk = desk("")) {
      inReview(desk, "dora");
      answer(desk, desk.last("CASE", ALICE), "alice", "ASSIGN " + BOB);
      answer(desk, desk.last("CASE", ALICE), "alice", "HOLD until tomorrow");
      desk.after(Duration.ofDays(1));

      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(cases(desk)).containsExactly("1001 " + ALICE, "1001 " + BOB);
      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'DECIDED'"))
          .as("the one who held it, and the one who looks after it")
          .containsExactlyInAnyOrder(ALICE, BOB);
    }
  }

  @Test
  void theDigestTellsOfAnApprovalADayAndMoreBeforeItIsCarriedOut()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      desk.receive(desk.mail(STORY.resolve("04-alice-approves.eml"), desk.last("CASE", ALICE)));

      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'DECIDED'"))
          .containsExactly(ALICE);
      desk.after(Duration.ofDays(1));
      assertThat(desk.last("DIGEST", BOB).body()).contains("LK-1001 dora: APPROVE by " + ALICE);
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void somebodyElseHearsAtOnceOfAnApprovalThatNoDigestTellsOfInTime()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      // On a Friday: the next digest comes on the day on which it is carried out.
      desk.after(Duration.ofDays(4));
      desk.receive(desk.mail(STORY.resolve("04-alice-approves.eml"), desk.last("CASE", ALICE)));

      assertThat(desk.last("DECIDED", BOB).subject()).contains("APPROVE by " + ALICE);
      assertThat(desk.last("DECIDED", BOB).body()).contains("Every member of staff gets this");
      assertThat(desk.column("SELECT command FROM untold_decision")).isEmpty();
    }
  }

  @Test
  void whatWasTakenBackStandsInNoDigest() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      answer(desk, desk.last("CASE", ALICE), "alice", "REJECT\nThe picture shows another person.");
      assertThat(desk.column("SELECT command FROM untold_decision")).containsExactly("REJECT");
      answer(desk, desk.last("DECIDED", ALICE), "alice", "UNDO");

      assertThat(desk.column("SELECT command FROM untold_decision")).isEmpty();
      assertThat(desk.last("DECIDED", BOB).body()).contains("UNDO of REJECT");
    }
  }

  @Test
  void undoIsOfferedForWhatItWouldTakeBackAndForNothingElse() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      desk.setClock(Instant.parse("2026-03-03T07:40:00Z"));
      answer(desk, desk.last("CASE", ALICE), "alice", "REJECT\nThe picture shows another person.");
      answer(desk, desk.last("DECIDED", ALICE), "alice", "REOPEN it was her");
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      desk.setClock(Instant.parse("2026-03-03T08:00:30Z"));
      desk.after(Duration.ofMinutes(1));

      String digest = desk.last("DIGEST", BOB).body().replaceAll("\\s+", " ");
      assertThat(digest).contains("(commands: 2)", "it was her", "REJECT by", "REOPEN by");
      assertThat(digest.split("UNDO takes it back", -1)).hasSize(2);
      assertThat(digest.indexOf("REOPEN by")).isLessThan(digest.indexOf("UNDO takes it back"));
    }
  }

  @Test
  void aDecisionOfTheLastHourIsTakenBackByAnAnswerToTheDigest() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      desk.setClock(Instant.parse("2026-03-03T07:40:00Z"));
      answer(desk, desk.last("CASE", ALICE), "alice", "REJECT\nThe picture shows another person.");
      desk.setClock(Instant.parse("2026-03-03T08:00:30Z"));
      desk.after(Duration.ofMinutes(1));
      OutboundMail digest = desk.last("DIGEST", BOB);
      assertThat(digest.body())
          .contains("Decided since the last digest", "UNDO takes it back until", "another person");

      answer(desk, digest, "bob", "LK-1001 UNDO");

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.COMMAND_DONE);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    }
  }

  @Test
  void whatNobodyDecidesIsPutBeforeAllOfThemWithTheirOwnCodes() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      assertThat(cases(desk)).containsExactly("1001 " + ALICE);
      desk.after(Duration.ofDays(8));

      assertThat(cases(desk)).containsExactly("1001 " + ALICE, "1001 " + BOB);
      answer(
          desk,
          desk.last("CASE", BOB),
          "bob",
          "APPROVE " + Conversation.code(desk.last("CASE", BOB)).orElseThrow());
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void aTaskGoesToWhoeverApprovedWhereNobodyWasHeardOfSinceAndAnybodyMayTakeIt()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      desk.receive(desk.mail(STORY.resolve("04-alice-approves.eml"), desk.last("CASE", ALICE)));
      for (int day = 0; day < 4; day++) {
        desk.after(Duration.ofDays(1));
      }
      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'TASK'"))
          .containsExactly(ALICE);
      answer(desk, desk.last("DIGEST", BOB), "bob", "LK-1001 STATUS");
      answer(desk, desk.last("TASK", BOB), "bob", "DONE");

      assertThat(desk.state(1001)).isEqualTo("RECOVERED");
    }
  }

  @Test
  void aTaskThatNobodyDoesIsGivenToAll() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      desk.receive(desk.mail(STORY.resolve("04-alice-approves.eml"), desk.last("CASE", ALICE)));
      for (int day = 0; day < 12; day++) {
        desk.after(Duration.ofDays(1));
      }

      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'TASK'"))
          .containsExactly(ALICE, BOB);
    }
  }

  private Conversation desk(String owner) throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(accounts, ACCOUNTS.formatted(owner));
    return new Conversation(TestDatabase.emptyFor(StaffMailTest.class), accounts);
  }

  /** Somebody asks for their account and answers the code. */
  private void inReview(Conversation desk, String who) throws IOException, SQLException {
    desk.receive(as(who, Conversation.mail(STORY.resolve("01-request.eml"))));
    desk.receive(
        as(
            who,
            desk.mail(
                STORY.resolve("02-code-from-the-first-address.eml"),
                desk.last("CODE", who + "@mail.example"))));
  }

  private String as(String who, String mail) {
    return mail.replace("dora@mail.example", who + "@mail.example")
        .replace("`dora`", "`" + who + "`")
        .replace("<story.", "<" + who + ++mails + ".");
  }

  private static List<String> cases(Conversation desk) throws SQLException {
    return desk.column(
        "SELECT CONCAT(ticket_id, ' ', recipient) FROM outbox WHERE letter = 'CASE' ORDER BY id");
  }

  private void answer(Conversation desk, OutboundMail letter, String who, String text)
      throws IOException, SQLException {
    desk.receive(
        desk.mail(STORY.resolve("04-alice-approves.eml"), letter)
            .replaceAll("APPROVE .*", text)
            .replace("Alice <alice@", "Somebody <" + who + "@")
            .replace("<story.", "<staffmail" + ++mails + "."));
  }

  @Test
  void aGoodbyeBelowAnApprovalIsNoNoteAndWordsAboveItAre() throws IOException, SQLException {
    for (String goodbye :
        List.of("Cheers\nViktor", "Kind regards,\nAlice", "Alice", "Gruß\n\nA.")) {
      try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
        desk.alice("CASE", "APPROVE %CODE%\n\n" + goodbye);
        assertThat(desk.column("SELECT event FROM history"))
            .as(goodbye)
            .contains("APPROVED")
            .doesNotContain("NOTED");
      }
    }
    try (Conversation desk = Conversation.inReview(StaffMailTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%\n\nI called her yesterday.\n\nCheers\nAlice");
      assertThat(desk.column("SELECT detail FROM history WHERE event = 'NOTED'"))
          .containsExactly("I called her yesterday.");
    }
  }
}
