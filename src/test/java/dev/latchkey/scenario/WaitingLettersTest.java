package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.mail.EmailAddress;
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

/** What a budget holds back waits for its turn, and is sent then, if it is still true. */
@NullMarked
class WaitingLettersTest {
  private static final String ALICE = "alice@staff.example";
  private static final String DORA = "dora@mail.example";
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String TRUSTED = "authserv-ids: [mx.desk.example]";

  @TempDir private Path folder;

  /** A directory of as many accounts. */
  private Path fourHundred() throws IOException {
    StringBuilder accounts = new StringBuilder("name,addresses,second_factor,critical,published\n");
    for (int i = 0; i < 400; i++) {
      accounts.append(
          "u%1$d,u%1$d@mail.example verified since 2021-03-01,yes,no,no\n".formatted(i));
    }
    return Files.writeString(folder.resolve("accounts.csv"), accounts);
  }

  @Test
  void fourHundredHonestRequestsOfAnHourAreAllAnswered() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(TestDatabase.emptyFor(WaitingLettersTest.class), fourHundred())) {
      for (int i = 0; i < 400; i++) {
        // Every other one asks from an address that is not registered.
        String domain = i % 2 == 0 ? "mail.example" : "post.example";
        desk.arrives(request(desk, "u%d@%s".formatted(i, domain), "u" + i));
      }
      desk.after(Duration.ofSeconds(7));

      assertThat(sent(desk, "ACKNOWLEDGEMENT")).hasSize(400);
      desk.after(Duration.ofHours(1));

      assertThat(sent(desk, "CODE")).hasSize(400).doesNotHaveDuplicates();
      assertThat(desk.column("SELECT id FROM outbox WHERE state <> 'SENT'")).isEmpty();
      assertThat(desk.unheard()).isEmpty();
      String late = sent(desk, "CODE").get(399);
      desk.receive(desk.answer(late, desk.last("CODE", late), "%CODE%"));
      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'CODE'")).hasSize(1);
    }
  }

  @Test
  void codesOfOneSenderAndOfThoseNobodyProvedLeaveTheDeskItsOwn() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WaitingLettersTest.class),
            fourHundred(),
            TRUSTED,
            "budgets: {code: {total-per-hour: 40}, stranger-code: {total-per-hour: 5},"
                + " crowd-code: {total-per-hour: 3}}")) {
      for (int i = 0; i < 30; i++) {
        desk.arrives(request(desk, "eve@attacker.example", "u" + i));
      }
      for (int i = 30; i < 60; i++) {
        desk.arrives(
            request(desk, "v%d@none.example".formatted(i), "u" + i)
                .replace("dmarc=pass", "dmarc=none"));
      }
      desk.after(Duration.ofSeconds(7));
      assertThat(sent(desk, "CODE")).hasSizeLessThanOrEqualTo(25);

      desk.receive(request(desk, "kim@post.example", "u399"));
      assertThat(sent(desk, "CODE")).contains("u399@mail.example");
    }
  }

  /** What somebody does. */
  @FunctionalInterface
  private interface Deed {
    void run() throws SQLException;
  }

  /** What the log says meanwhile of letters that have no room. */
  private static List<String> logged(Deed work) throws SQLException {
    try (LogWatch log = LogWatch.of("dev.latchkey.flow.LetterBatch")) {
      work.run();
      return log.lines();
    }
  }

  @Test
  void aQuestionOfTheStaffWaitsForItsBudgetAndIsAskedThen() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WaitingLettersTest.class)) {
      useUp(desk, "DECISION");
      assertThat(logged(() -> desk.alice("CASE", "ASK Which project did you publish last?")))
          .containsExactly("ticket=1001 QUESTION waits: budget used up");
      assertThat(desk.state(1001)).isEqualTo("NEEDS_DETAILS");
      assertThat(states(desk, "QUESTION")).containsExactly("WAITING");
      assertThat(desk.column("SELECT last_answer FROM outbox WHERE state = 'WAITING'"))
          .containsExactly("held back: the budget of DECISION is 2000 an hour in all");

      desk.after(Duration.ofHours(1));

      assertThat(states(desk, "QUESTION")).containsExactly("SENT");
      assertThat(desk.last("QUESTION", DORA).body()).contains("Which project");
    }
  }

  @Test
  void whatIsTrueNoMoreIsNotSentAndTheHistorySaysSo() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WaitingLettersTest.class)) {
      useUp(desk, "DECISION");
      desk.alice("CASE", "ASK Which project did you publish last?");
      desk.receive(desk.stamped(ALICE, "support@desk.example", "a ticket", "", "STATUS LK-1001"));
      desk.alice("TICKET_STATUS", "REJECT Nothing of it is true.");
      assertThat(desk.state(1001)).isEqualTo("REJECTED");

      desk.after(Duration.ofHours(1));

      assertThat(states(desk, "QUESTION")).containsExactly("DROPPED");
      assertThat(states(desk, "REJECTED")).containsExactly("SENT");
      assertThat(desk.column("SELECT detail FROM history WHERE event = 'NOTED'"))
          .anyMatch(detail -> detail.contains("QUESTION") && detail.contains("moved on"));
    }
  }

  /**
   * The last notice of a recovery that was held meanwhile tells an owner of a reset that is off.
   */
  @Test
  void whatTheServerTookTooLateIsNotSentWhereItIsTrueNoMore() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WaitingLettersTest.class)) {
      desk.sender().away(true);
      desk.alice("CASE", "ASK Which project did you publish last?");
      desk.receive(desk.stamped(ALICE, "support@desk.example", "a ticket", "", "STATUS LK-1001"));
      desk.sender().away(false);
      desk.sender().defer(EmailAddress.of(DORA), true);
      desk.after(Duration.ofMinutes(30));
      desk.alice("TICKET_STATUS", "REJECT Nothing of it is true.");
      assertThat(desk.state(1001)).isEqualTo("REJECTED");
      assertThat(states(desk, "QUESTION")).containsExactly("PENDING");

      desk.sender().defer(EmailAddress.of(DORA), false);
      desk.after(Duration.ofHours(3));

      assertThat(states(desk, "QUESTION")).containsExactly("DROPPED");
      assertThat(states(desk, "REJECTED")).containsExactly("SENT");
      assertThat(desk.column("SELECT detail FROM history WHERE event = 'NOTED'"))
          .anyMatch(detail -> detail.contains("QUESTION") && detail.contains("moved on"));
    }
  }

  @Test
  void aCodeThatTheServerTookTooLateIsWrittenAnew() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WaitingLettersTest.class), STORY.resolve("accounts.csv"))) {
      desk.sender().defer(EmailAddress.of(DORA), true);
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      desk.passes(Duration.ofHours(20));
      desk.sender().defer(EmailAddress.of(DORA), false);
      desk.after(Duration.ofHours(3));

      desk.passes(Duration.ofHours(6));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));
      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'CODE'")).hasSize(1);
    }
  }

  @Test
  void aCodeThatIsGoodIsNotEndedForOneThatHasToWait() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WaitingLettersTest.class), STORY.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      OutboundMail first = desk.last("CODE", DORA);
      useUp(desk, "OWN_CODE");
      useUp(desk, "CODE");

      desk.receive(
          desk.answer(DORA, desk.last("ACKNOWLEDGEMENT", DORA), "Please send me a new code."));
      desk.receive(desk.answer(DORA, first, "%CODE%"));

      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'CODE'")).hasSize(1);
    }
  }

  @Test
  void aCodeOverTheDayOfItsAddressIsWrittenAnewOnTheNext() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WaitingLettersTest.class), STORY.resolve("accounts.csv"))) {
      desk.setClock(java.time.Instant.parse("2026-03-02T02:00:00Z"));
      for (String address : new String[] {DORA, "dora@other.example"}) {
        desk.desk();
        desk.change(
            "INSERT INTO budget (class, address, window_start, used) VALUES"
                + " ('OWN_CODE', '"
                + address
                + "', '2026-03-02 00:00:00', 6)");
      }
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      assertThat(states(desk, "CODE")).containsOnly("WAITING");

      desk.after(Duration.ofHours(22));

      assertThat(states(desk, "CODE"))
          .containsExactlyInAnyOrder("DROPPED", "DROPPED", "SENT", "SENT");
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));
      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'CODE'")).hasSize(1);
    }
  }

  @Test
  void aCodeThatVouchesIsWrittenAnewAsWell() throws IOException, SQLException {
    Path story = Conversation.STORIES.resolve("180-a-co-owner-vouches");
    String omar = "omar@other.example";
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(WaitingLettersTest.class), story.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(story.resolve("01-request.eml")));
      desk.receive(desk.mail(story.resolve("02-code.eml"), desk.last("CODE", "nora@mail.example")));
      desk.change(
          "INSERT INTO budget (class, address, window_start, used) VALUES"
              + " ('CODE', '%s', '%s 00:00:00', 3)"
                  .formatted(omar, desk.now().toString().substring(0, 10)));
      desk.receive(
          desk.mail(
              story.resolve("03-names-omar.eml"), desk.last("PROOF_WANTED", "nora@mail.example")));
      assertThat(states(desk, "VOUCH")).containsExactly("WAITING");

      desk.passes(Duration.ofDays(8));
      desk.after(Duration.ofMinutes(1));

      assertThat(states(desk, "VOUCH")).containsExactly("DROPPED", "SENT");
      desk.receive(desk.answer(omar, desk.last("VOUCH", omar), "%CODE%"));
      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'VOUCHER'")).hasSize(1);
    }
  }

  private static void useUp(Conversation desk, String mailClass) throws SQLException {
    String hour = desk.now().truncatedTo(java.time.temporal.ChronoUnit.HOURS).toString();
    desk.change(
        "INSERT INTO budget (class, address, window_start, used) VALUES ('%s', '*', '%s', 100000)"
                .formatted(mailClass, hour.replace("T", " ").replace("Z", ""))
            + " ON DUPLICATE KEY UPDATE used = 100000");
  }

  private static List<String> sent(Conversation desk, String letter) throws SQLException {
    return desk.column(
        "SELECT recipient FROM outbox WHERE state = 'SENT' AND letter = '"
            + letter
            + "' ORDER BY sent_at, id");
  }

  private static List<String> states(Conversation desk, String letter) throws SQLException {
    return desk.column("SELECT state FROM outbox WHERE letter = '" + letter + "'");
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

        - [x] I lost my phone with the authenticator app on it.

        ## Recovery codes

        - [x] I never generated or have lost my recovery codes

        - [x] I agree to the code of conduct
        - [x] I understand that it may take time
        """
            .formatted(account));
  }
}
