package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many mails wear out is theirs alone: nobody else waits, and no stop is missed. */
@NullMarked
class WearingOutTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String EVE = "eve@attacker.example";

  @Test
  void inventedSendersSilenceNoInquiryAndNoStop() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      for (int i = 0; i < 56; i++) {
        desk.arrives(request(desk, "v%d@bank.example".formatted(i)).replace("=pass", "=fail"));
      }
      for (int i = 0; i < 30; i++) {
        desk.arrives(
            inquiry(desk, "w%d@none.example".formatted(i)).replace("dmarc=pass", "dmarc=none"));
      }
      desk.after(Duration.ofSeconds(7));

      desk.receive(inquiry(desk, "kim@mail.example"));
      desk.receive(desk.answer("dora@other.example", code, "This was not me. Please stop this."));

      assertThat(sent(desk, "INQUIRY", "kim@mail.example")).isEqualTo(1);
      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.last("CONTESTED", ALICE).subject()).contains("LK-1001");
    }
  }

  @Test
  void reportsOfDangerSilenceNoStop() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      for (int i = 0; i < 60; i++) {
        desk.arrives(
            desk.stamped(
                "p%d@plenty.example".formatted(i),
                "support@desk.example",
                "Hacked",
                "",
                "Somebody has hacked my account and changed my password, please help."));
      }
      desk.after(Duration.ofSeconds(7));

      desk.receive(desk.answer("dora@other.example", code, "This was not me. Please stop this."));

      assertThat(desk.last("CONTESTED", ALICE).subject()).contains("LK-1001");
    }
  }

  @Test
  void reportsOfOneDomainSilenceNoOtherReportAndNoOwner() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      for (int i = 0; i < 57; i++) {
        desk.arrives(report(desk, "u%d@u%d.attacker.example".formatted(i, i % 7)));
      }
      desk.after(Duration.ofSeconds(7));
      assertThat(letters(desk, "COMPROMISE_REPORTED", ALICE)).isBetween(10L, 25L);

      desk.receive(report(desk, "vera@honest.example"));
      assertThat(desk.last("COMPROMISE_REPORTED", ALICE).body()).contains("vera@honest.example");
      desk.receive(desk.answer("dora@other.example", code, "Who asks for this, and why?"));
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("OWNER_ANSWERED", ALICE).body()).contains("Who asks for this");

      desk.after(Duration.ofHours(26));
      String digests = digests(desk);
      List<String> dropped =
          desk.column(
              "SELECT DISTINCT t.requester FROM outbox o JOIN ticket t ON t.id = o.ticket_id"
                  + " WHERE o.state = 'DROPPED' AND o.letter = 'COMPROMISE_REPORTED'");
      assertThat(dropped).isNotEmpty().allMatch(digests::contains);
    }
  }

  @Test
  void whatIsOverTheDayOfTheStaffIsReadTheNextDay() throws IOException, SQLException {
    try (Conversation desk = withBudgets("report: {per-address-per-day: 2}")) {
      for (int i = 0; i < 4; i++) {
        desk.receive(report(desk, "vera@honest%d.example".formatted(i)));
      }
      assertThat(letters(desk, "COMPROMISE_REPORTED", ALICE)).isEqualTo(2);

      desk.after(Duration.ofDays(1));
      assertThat(letters(desk, "COMPROMISE_REPORTED", ALICE)).isEqualTo(4);
    }
  }

  @Test
  void manySendersOfOneDomainLeaveEverybodyElseTheirAcknowledgement() throws SQLException {
    try (Conversation desk = withBudgets("acknowledgement: {total-per-hour: 5}")) {
      for (int i = 0; i < 130; i++) {
        desk.arrives(request(desk, "u%d@attacker.example".formatted(i)));
      }
      desk.after(Duration.ofSeconds(7));

      for (String honest : List.of("kim@mail.example", "lea@gmail.com", "max@gmail.com")) {
        desk.receive(request(desk, honest));
        assertThat(letters(desk, "ACKNOWLEDGEMENT", honest)).as(honest).isEqualTo(1);
      }
      for (int hour = 0; hour < 2; hour++) {
        desk.after(Duration.ofHours(1));
      }
      assertThat(
              desk.column(
                  "SELECT id FROM outbox WHERE state = 'SENT' AND letter = 'ACKNOWLEDGEMENT'"))
          .hasSizeGreaterThan(120);
    }
  }

  @Test
  void accountsOfOneDomainThatAskForThemselvesUseUpNobodyElsesCodes(@TempDir Path folder)
      throws IOException, SQLException {
    StringBuilder accounts =
        new StringBuilder(
            """
            name,addresses,second_factor,critical,published
            dora,dora@mail.example verified since 2021-03-01,yes,no,yes
            """);
    for (int i = 0; i < 12; i++) {
      accounts.append("eve%1$d,e%1$d@a%1$d.attacker.example verified,yes,no,yes\n".formatted(i));
    }
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WearingOutTest.class),
            Files.writeString(folder.resolve("accounts.csv"), accounts),
            "authserv-ids: [mx.desk.example]",
            "budgets: {own-code: {total-per-hour: 6}, code: {total-per-hour: 6}}")) {
      for (int i = 0; i < 12; i++) {
        String eve = "e%1$d@a%1$d.attacker.example".formatted(i);
        desk.receive(complete(desk, eve, "eve" + i));
      }
      desk.receive(complete(desk, "dora@mail.example", "dora"));

      assertThat(letters(desk, "CODE", "dora@mail.example")).isEqualTo(1);
      assertThat(
              desk.column(
                  "SELECT id FROM outbox WHERE letter = 'CODE' AND recipient LIKE '%attacker%'"))
          .as("they wait, and are not lost")
          .hasSize(12);
    }
  }

  /** A request in which nothing is missing. */
  private static String complete(Conversation desk, String from, String account) {
    return request(desk, from, account)
        + """

        ## Recovery codes

        - [x] I never generated or have lost my recovery codes

        ## Code of Conduct

        - [x] I agree to follow the Code of Conduct

        ## Acknowledgement

        - [x] I understand that this may take some time
        """;
  }

  @Test
  void casesWithoutAnyProofOfOneDomainAreAFewAndTheOthersStandInTheDigest() throws SQLException {
    try (Conversation desk =
        withBudgets("bare-case: {per-address-per-day: 5}, unproved: {per-address-per-day: 1}")) {
      for (int i = 0; i < 12; i++) {
        String eve = "u%d@attacker.example".formatted(i);
        desk.receive(request(desk, eve, "somebody%d".formatted(i)));
        desk.receive(
            desk.answer(
                eve, desk.last("ACKNOWLEDGEMENT", eve), "Please close this, I no longer need it."));
        desk.receive(
            desk.answer(
                eve,
                desk.last("WITHDRAWN", eve),
                "I still cannot log in. Please go on with LK-%d.".formatted(1001 + i)));
      }
      assertThat(desk.column("SELECT id FROM outbox WHERE letter = 'CASE' AND state <> 'DROPPED'"))
          .hasSizeBetween(1, 4);

      desk.after(Duration.ofHours(26));
      String digests = digests(desk);
      assertThat(
              desk.column(
                  "SELECT CONCAT('Please go on with LK-', ticket_id) FROM outbox"
                      + " WHERE letter = 'CASE' AND state = 'DROPPED'"))
          .isNotEmpty()
          .allMatch(digests::contains);
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void anOwnerWhoWritesAllDayIsReadInTheDigestAndNobodyElseIsMissed()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WearingOutTest.class)) {
      OutboundMail code = desk.last("CODE", "dora@other.example");
      OutboundMail other = desk.last("CODE", "dora@mail.example");
      for (int i = 0; i < 60; i++) {
        desk.arrives(desk.answer("dora@other.example", code, "Who asks for it? And " + i + "?"));
      }
      desk.after(Duration.ofSeconds(7));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(letters(desk, "OWNER_ANSWERED", ALICE)).isBetween(3L, 6L);
      desk.receive(desk.answer("dora@mail.example", other, "Not me, stop it."));
      assertThat(desk.last("CONTESTED", ALICE).subject()).contains("LK-1001");
      assertThat(desk.unheard()).isEmpty();
    }
  }

  @Test
  void sendersWhomNobodyProvedShareASmallBudgetAndLeaveTheOthersTheirs() throws SQLException {
    try (Conversation desk = empty()) {
      for (int i = 0; i < 150; i++) {
        desk.arrives(
            request(desk, "v%d@none.example".formatted(i)).replace("dmarc=pass", "dmarc=none"));
      }
      desk.after(Duration.ofSeconds(7));
      desk.after(Duration.ofSeconds(7));
      assertThat(
              desk.sender().sent().stream()
                  .filter(mail -> mail.recipient().toString().endsWith("@none.example"))
                  .count())
          .isEqualTo(60);

      for (int i = 0; i < 10; i++) {
        desk.receive(request(desk, "h%d@mail.example".formatted(i)));
        assertThat(letters(desk, "ACKNOWLEDGEMENT", "h%d@mail.example".formatted(i))).isEqualTo(1);
      }
    }
  }

  @Test
  void nobodysMessageIdIsEchoedButThatOfAProvedSenderOrOfAnAnswer() throws SQLException {
    try (Conversation desk = empty()) {
      desk.receive(request(desk, EVE).replace("dmarc=pass", "dmarc=none"));
      OutboundMail first = desk.last("ACKNOWLEDGEMENT", EVE);
      assertThat(first.inReplyTo()).isEmpty();
      assertThat(first.references()).isEmpty();

      desk.receive(
          desk.answer(EVE, first, "Is there any news?").replace("dmarc=pass", "dmarc=none"));
      assertThat(desk.sender().sent().get(desk.sender().sent().size() - 1).inReplyTo()).isPresent();

      desk.receive(request(desk, "kim@mail.example"));
      assertThat(desk.last("ACKNOWLEDGEMENT", "kim@mail.example").inReplyTo())
          .isNotEqualTo(Optional.empty());
    }
  }

  /** What all digests to Alice say. */
  private static String digests(Conversation desk) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (OutboundMail mail : desk.sender().sent()) {
      if (mail.recipient().toString().equals(ALICE) && desk.letter(mail).equals("DIGEST")) {
        all.append(mail.body().replaceAll("[\\s|]+", " "));
      }
    }
    return all.toString();
  }

  private static String report(Conversation desk, String from) {
    return desk.stamped(
        from,
        "support@desk.example",
        "Hacked",
        "",
        "Somebody has hacked my account and changed my password, please help.");
  }

  private static Conversation withBudgets(String budgets) {
    return new Conversation(
        TestDatabase.emptyFor(WearingOutTest.class),
        STORY.resolve("accounts.csv"),
        "authserv-ids: [mx.desk.example]",
        "budgets: {" + budgets + "}");
  }

  private static long sent(Conversation desk, String letter, String saying) throws SQLException {
    long count = 0;
    for (OutboundMail mail : desk.sender().sent()) {
      count += desk.letter(mail).equals(letter) && mail.body().contains(saying) ? 1 : 0;
    }
    return count;
  }

  private static long letters(Conversation desk, String letter, String recipient)
      throws SQLException {
    List<String> found =
        desk.column(
            "SELECT id FROM outbox WHERE state = 'SENT' AND letter = '%s' AND recipient = '%s'"
                .formatted(letter, recipient));
    return found.size();
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(WearingOutTest.class), STORY.resolve("accounts.csv"));
  }

  private static String inquiry(Conversation desk, String from) {
    return desk.stamped(
        from, "support@desk.example", "A question", "", "Do you sell bicycles, too?");
  }

  private static String request(Conversation desk, String from) {
    return request(desk, from, "dora");
  }

  private static String request(Conversation desk, String from, String account) {
    return desk.stamped(
        from,
        "support@desk.example",
        "Account recovery request",
        "",
        """
        I cannot log in to my account any more, please help me to recover it.

        ## Username

        `%s`

        ## Reason for the request

        I lost my phone with the authenticator app on it.
        """
            .formatted(account));
  }
}
