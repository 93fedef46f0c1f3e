package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Several people claim one account: a claim is no signal, and only proof of its own makes it one.
 */
@NullMarked
class LeadingClaimTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";
  private static final String EVE = "eve@attacker.example";

  @Test
  void aStrangersClaimNeitherStopsNorWarnsNorWritesAboutWhatCoolsOff()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LeadingClaimTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      int before = desk.sender().sent().size();

      desk.receive(claim(desk, EVE).replace("dmarc=pass", "dmarc=none"));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.RIVAL);
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      assertThat(desk.state(1002)).isEqualTo("PROVING");
      assertThat(desk.sender().sent().subList(before, desk.sender().sent().size()))
          .extracting(mail -> mail.recipient().toString())
          .containsExactly(EVE);
      assertThat(desk.column("SELECT kind FROM warning")).isEmpty();
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofDays(2));
      assertThat(desk.state(1001)).isEqualTo("EXECUTING");
    }
  }

  @Test
  void aStrangerWhoAsksFirstKeepsNoOwnerOut() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(claim(desk, EVE));
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      for (String address : new String[] {DORA, OTHER}) {
        desk.receive(desk.answer(address, desk.last("CODE", address, "LK-1002"), "%CODE%"));
      }

      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.state(1002)).isEqualTo("IN_REVIEW");
      assertThat(desk.last("CASE", "alice@staff.example").body()).contains("LK-1001", EVE);
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1002)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void anObjectionToTheOneThatStandsBesideOffersWhatIsPossible() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(claim(desk, "kim@new.example"));
      desk.receive(claim(desk, EVE));
      desk.after(Duration.ofDays(1));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA, "LK-1002"), "Not me. Stop it."));

      assertThat(desk.last("CONTESTED", "alice@staff.example", "LK-1001").body())
          .contains("- RESUME, to put it back into review");
      assertThat(desk.last("CONTESTED", "alice@staff.example", "LK-1002").body())
          .contains("- MERGE LK-1001, if it is the same request")
          .doesNotContain("- RESUME");
    }
  }

  @Test
  void twoClaimsWithProofContestEachOther() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LeadingClaimTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");

      desk.receive(claim(desk, OTHER));

      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.standing(1002)).isEqualTo("CONTESTED");
      assertThat(desk.last("CONTESTED", "alice@staff.example").body()).contains("LK-1002");
    }
  }

  @Test
  void aStrangerWhoProvesTakesTheLeadFromOneWhoDoesNot() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(claim(desk, EVE));
      desk.receive(claim(desk, "kim@elsewhere.example"));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA, "LK-1002"), "%CODE%"));

      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(desk.column("SELECT beside FROM ticket ORDER BY id")).containsExactly("1", "0");
      assertThat(desk.column("SELECT kind FROM warning")).isEmpty();
    }
  }

  @Test
  void anOwnerWhoAnswersTheCodeOfAStrangerProvesTheirOwnRequest() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(claim(desk, EVE));
      OutboundMail eves = desk.last("CODE", DORA, "LK-1001");
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));

      desk.receive(desk.answer(DORA, eves, "Yes, that is my code: %CODE%"));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.CODE_ACCEPTED);
      assertThat(desk.column("SELECT ticket_id FROM evidence WHERE class = 'CODE'"))
          .containsExactly("1002");
      desk.receive(desk.answer(DORA, eves, "%CODE%"));
      assertThat(desk.outcome()).isEqualTo(Outcome.CODE_REFUSED);
    }
  }

  @Test
  void anotherOwnerWhoAnswersTheCodeOfAStrangerMakesBothContested()
      throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(claim(desk, EVE));
      OutboundMail eves = desk.last("CODE", OTHER, "LK-1001");
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));

      desk.receive(desk.answer(OTHER, eves, "%CODE%"));

      assertThat(desk.standing(1001)).as(desk.desk().lastReason()).isEqualTo("CONTESTED");
      assertThat(desk.standing(1002)).isEqualTo("CONTESTED");
    }
  }

  @Test
  void anOwnerWhoObjectsToAStrangersClaimDoesNotStopWhatTheyAskedForThemselves()
      throws IOException, SQLException {
    try (Conversation desk = empty()) {
      desk.receive(claim(desk, EVE));
      OutboundMail eves = desk.last("CODE", DORA, "LK-1001");
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER, "LK-1002"), "%CODE%"));

      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER, "LK-1001"), "not me"));

      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.state(1002)).isEqualTo("PROVING");
      desk.receive(desk.answer(DORA, eves, "not me"));
      assertThat(desk.state(1002)).isEqualTo("PROVING");
    }
  }

  @Test
  void whoWaitsBesideGetsItsCodesWhenTheOtherIsDeclined() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LeadingClaimTest.class)) {
      desk.receive(claim(desk, EVE));
      assertThat(codes(desk, "LK-1002")).isZero();
      desk.alice("CASE", "REJECT we could not reach you");

      desk.receive(
          desk.answer(EVE, desk.last("ACKNOWLEDGEMENT", EVE, "LK-1002"), "new code please"));

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.CODE_RENEWED);
      assertThat(codes(desk, "LK-1002")).isEqualTo(2);
    }
  }

  @Test
  void nobodyApprovesAClaimThatWaitsBesideAnother() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LeadingClaimTest.class)) {
      desk.receive(claim(desk, EVE));
      int cases = cases(desk);
      desk.change("UPDATE ticket SET state = 'IN_REVIEW', round = 1 WHERE id = 1002");
      assertThat(desk.state(1002)).as(desk.desk().lastReason()).isEqualTo("IN_REVIEW");
      assertThat(cases(desk)).isEqualTo(cases);

      desk.receive(
          desk.stamped(
              "alice@staff.example", "support@desk.example", "Re: account", "", "STATUS LK-1002"));
      assertThat(desk.last("TICKET_STATUS", "alice@staff.example").body()).contains("LK-1001");
      desk.alice("TICKET_STATUS", "APPROVE AAAAAAAA");
      assertThat(desk.state(1002)).isEqualTo("IN_REVIEW");
      desk.alice("TICKET_STATUS", "REJECT not the owner");
      assertThat(desk.state(1002)).as(desk.desk().lastReason()).isEqualTo("REJECTED");
      desk.alice("DECIDED", "UNDO");
      assertThat(desk.state(1002)).as(desk.desk().lastReason()).isEqualTo("IN_REVIEW");
      assertThat(desk.column("SELECT beside FROM ticket WHERE id = 1002")).containsExactly("1");
    }
  }

  @Test
  void noCodeSaysThatItIsTheLastOfTheDayWhileOthersWait() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      for (String from :
          new String[] {EVE, "mallory@evil.example", "x@y.example", "k@new.example"}) {
        desk.receive(claim(desk, from));
      }
      String wish = "Please send me a new code.";
      desk.arrives(desk.answer(EVE, desk.last("ACKNOWLEDGEMENT", EVE, "LK-1001"), wish));
      desk.arrives(
          desk.answer(
              "mallory@evil.example",
              desk.last("ACKNOWLEDGEMENT", "mallory@evil.example", "LK-1002"),
              wish));
      int before = desk.sender().sent().size();
      tomorrow(desk);

      assertThat(desk.sender().sent().subList(before, desk.sender().sent().size()))
          .filteredOn(mail -> mail.recipient().toString().equals(DORA))
          .extracting(mail -> mail.body().contains("the last email of this kind"))
          .containsExactlyInAnyOrder(false, false, true);
      assertThat(codes(desk, "LK-1004")).isEqualTo(2);
    }
  }

  @Test
  void noCrowdThatAskedBeforeKeepsAnOwnerWaiting() throws IOException, SQLException {
    for (String proved : new String[] {"dmarc=pass", "dmarc=none"}) {
      for (String owner : new String[] {"dmarc=pass", "dmarc=none"}) {
        try (Conversation desk = empty()) {
          for (int i = 0; i < 30; i++) {
            desk.arrives(
                claim(desk, "x@stranger%d.example".formatted(i)).replace("dmarc=pass", proved));
          }
          desk.after(Duration.ofSeconds(7));
          desk.receive(claim(desk, "dora@new.example").replace("dmarc=pass", owner));
          assertThat(codes(desk, "LK-1031")).isZero();
          tomorrow(desk);

          assertThat(codes(desk, "LK-1031")).as("%s behind %s", owner, proved).isEqualTo(2);
        }
      }
    }
  }

  /** What is worked on before the new day sends what waited finds the places of those who wait. */
  @Test
  void whatTheDayBeginsWithTakesNoPlaceOfACodeThatWaits() throws IOException, SQLException {
    try (Conversation desk = empty()) {
      for (String from : new String[] {EVE, "mallory@evil.example", "x@y.example"}) {
        desk.receive(claim(desk, from));
      }
      desk.receive(claim(desk, "dora@new.example"));
      for (int i = 0; i < 3; i++) {
        desk.arrives(claim(desk, "z@later%d.example".formatted(i)));
      }
      midnight(desk);
      desk.desk().loops().round();
      desk.desk().loops().deliver();

      assertThat(codes(desk, "LK-1004")).isEqualTo(2);
    }
  }

  /** Who claims it in the owner's name before keeps the owner's own mail from nothing. */
  @Test
  void whoForgesARequestInTheOwnersNameTakesNothingFromIt() throws IOException, SQLException {
    for (boolean copy : new boolean[] {true, false}) {
      try (Conversation desk = empty()) {
        for (int i = 0; i < 3; i++) {
          desk.receive(claim(desk, "x@stranger%d.example".formatted(i)));
        }
        String own = claim(desk, DORA);
        desk.receive(forged(copy ? own : claim(desk, DORA).replace("Hello,", "Hi,")));
        assertThat(codes(desk, "LK-1004")).isZero();

        desk.receive(own);

        assertThat(desk.outcome()).isEqualTo(Outcome.JOINED);
        assertThat(desk.column("SELECT class FROM evidence WHERE ticket_id = 1004"))
            .containsExactly("REGISTERED_SENDER");
        assertThat(codes(desk, "LK-1004")).isEqualTo(2);
        desk.receive(desk.answer(DORA, desk.last("CODE", DORA, "LK-1004"), "%CODE%"));
        assertThat(desk.outcome()).isEqualTo(Outcome.CODE_ACCEPTED);
      }
    }
  }

  private static String forged(String mail) {
    return mail.replaceFirst("spf=pass[^;]*;", "spf=none smtp.mailfrom=attacker.example;")
        .replaceFirst("dkim=pass[^;]*;", "dkim=none;")
        .replace("dmarc=pass", "dmarc=none");
  }

  private static void tomorrow(Conversation desk) {
    midnight(desk);
    desk.after(Duration.ofSeconds(7));
  }

  private static void midnight(Conversation desk) {
    desk.setClock(desk.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)));
  }

  @Test
  void threeHundredClaimsCostAsMuchEachAsTheFirst() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(LeadingClaimTest.class)) {
      int[] rows = new int[4];
      for (int part = 0; part < rows.length; part++) {
        for (int i = 0; part > 0 && i < 100; i++) {
          desk.arrives(claim(desk, "c%d.%d@crowd.example".formatted(part, i)));
        }
        do {
          desk.after(Duration.ofSeconds(7));
        } while (!desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'").isEmpty());
        rows[part] = rows(desk);
      }

      assertThat(desk.column("SELECT COUNT(*) FROM ticket WHERE beside")).containsExactly("300");
      assertThat(
              desk.column(
                  "SELECT COUNT(*) FROM history h JOIN ticket t ON t.id = h.ticket_id"
                      + " WHERE t.beside"))
          .containsExactly("300");
      assertThat(rows[3] - rows[2]).isEqualTo(rows[2] - rows[1]).isLessThanOrEqualTo(400);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  /** Rows of everything that a claim may write but the mail itself. */
  private static int rows(Conversation desk) throws SQLException {
    int rows = 0;
    for (String table : new String[] {"ticket", "history", "outbox", "token", "warning"}) {
      rows += Integer.parseInt(desk.column("SELECT COUNT(*) FROM " + table).get(0));
    }
    return rows;
  }

  private static long codes(Conversation desk, String reference) throws SQLException {
    return desk.sender().sent().stream()
        .filter(mail -> mail.subject().contains(reference) && Conversation.code(mail).isPresent())
        .filter(mail -> mail.recipient().toString().startsWith("dora@"))
        .count();
  }

  private static int cases(Conversation desk) throws SQLException {
    return Integer.parseInt(
        desk.column("SELECT COUNT(*) FROM outbox WHERE letter = 'CASE'").get(0));
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(LeadingClaimTest.class), STORY.resolve("accounts.csv"));
  }

  /** A whole request for Dora's account. */
  static String claim(Conversation desk, String from) {
    return desk.stamped(
        from,
        "support@desk.example",
        "Account recovery request",
        "",
        """
        Hello,

        please help me to recover my account.

        ## Username

        `dora`

        ## Reason for the request

        I lost my phone with the authenticator app on it.

        ## Recovery codes

        - [x] I never generated or have lost my recovery codes

        ## Code of Conduct

        - [x] I agree to follow the Code of Conduct

        ## Acknowledgement

        - [x] I understand that this may take some time
        """);
  }
}
