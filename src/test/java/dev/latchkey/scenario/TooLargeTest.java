package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What is beyond a limit costs a row and a word to the staff, and nobody waits behind it. */
@NullMarked
class TooLargeTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void aHeaderBeyondTheLimitIsOneRowOneAlarmAndNoOctets() throws SQLException {
    try (Conversation desk = empty()) {
      // The second is beyond the limit of a mail, too, so that only its header is downloaded.
      desk.receive(withHeader(desk, 400));
      desk.receive(withHeader(desk, 2_500));
      desk.receive(desk.stamped("kim@mail.example", "support@desk.example", "Hi", "", "A word?"));

      assertThat(desk.desk().outcomes())
          .containsExactly(Outcome.MALFORMED, Outcome.MALFORMED, Outcome.NOT_A_REQUEST);
      assertThat(desk.inbox().size()).isZero();
      assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
      assertThat(desk.last("ALARM", "alice@staff.example").body()).contains("--unanswered");
      assertThat(desk.column("SELECT recipient FROM outbox WHERE letter = 'ALARM'"))
          .containsExactlyInAnyOrder("alice@staff.example", "bob@staff.example");
    }
  }

  @Test
  void octetsOfWhatNobodyCouldReadGoAfterTwoWeeks() throws SQLException {
    try (Conversation desk = empty()) {
      String parts = "--b\n\n\n".repeat(500) + "--b--\n";
      desk.receive(
          desk.stamped("kim@mail.example", "support@desk.example", "Hi", "", parts)
              .replace("text/plain; charset=utf-8", "multipart/mixed; boundary=b"));
      assertThat(desk.outcome()).isEqualTo(Outcome.MALFORMED);
      assertThat(desk.column("SELECT mail_id FROM raw_mail")).hasSize(1);
      desk.after(Duration.ofDays(13));
      assertThat(desk.column("SELECT mail_id FROM raw_mail")).hasSize(1);

      desk.after(Duration.ofDays(3));

      assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
      assertThat(desk.column("SELECT outcome FROM mail")).containsExactly("MALFORMED");
    }
  }

  /** Cases M01 and M11 of the shared attacks; the mail behind them is read as if they were not. */
  @Test
  void bombsKeepNobodyWaiting() throws SQLException {
    String nested =
        IntStream.range(0, 20_000)
            .mapToObj(
                i -> "Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(i))
            .collect(Collectors.joining());
    List<String> pages =
        List.of(
            "<div>".repeat(100_000) + "hello",
            "<table>" + "<tr><td>x".repeat(200_000),
            "<p title='" + "a".repeat(1_000_000) + "'>hello",
            "<img src='data:image/png;base64," + "A".repeat(1_000_000) + "'>hello",
            "hello <!-- " + "a".repeat(1_000_000));
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(TooLargeTest.class),
            STORY.resolve("accounts.csv"),
            "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
            "size-limit: 25MB")) {
      desk.receive(
          desk.stamped("eve@attacker.example", "support@desk.example", "Hi", "", "")
                  .replace("Content-Type: text/plain; charset=utf-8\n", "")
                  .replace("Content-Transfer-Encoding: 8bit\n\n\n", "")
              + nested);
      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.MALFORMED);
      for (String page : pages) {
        desk.receive(
            desk.stamped("eve@attacker.example", "support@desk.example", "Hi", "", page)
                .replace("text/plain", "text/html"));
        assertThat(desk.outcome()).isNotEqualTo(Outcome.FAILED);
      }
      assertThat(desk.column("SELECT id FROM mail WHERE state = 'RECEIVED'")).isEmpty();
      assertThat(desk.inbox().size()).isZero();

      desk.receive(
          desk.stamped(
              "dora@mail.example",
              "support@desk.example",
              "Help",
              "",
              "I lost my phone and cannot log in. My account name is dora."));
      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
    }
  }

  @Test
  void threeLargePhotosAreARequestLikeAnyOther() throws SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(TooLargeTest.class),
            STORY.resolve("accounts.csv"),
            "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
            "size-limit: 25MB")) {
      String line = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkgVoa93E3cTY0\n";
      String photo = line.repeat(7_500_000 / line.length());
      StringBuilder parts = new StringBuilder("--b\nContent-Type: text/plain\n\n");
      parts.append("I lost my phone and cannot log in. My account name is dora.\n");
      for (int i = 1; i <= 3; i++) {
        parts.append("--b\nContent-Type: image/png; name=").append(i).append(".png\n");
        parts.append("Content-Transfer-Encoding: base64\n\n").append(photo);
      }
      String mail =
          desk.stamped("dora@mail.example", "support@desk.example", "Help", "", parts + "--b--\n")
              .replace("text/plain; charset=utf-8", "multipart/mixed; boundary=b")
              .replace("Content-Transfer-Encoding: 8bit\n", "");
      assertThat(mail.length()).isGreaterThan(22_000_000);

      desk.receive(mail);

      assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(desk.column("SELECT recipient FROM outbox WHERE state = 'SENT'"))
          .contains("dora@mail.example");
      assertThat(desk.column("SELECT mail_id FROM raw_mail")).isEmpty();
    }
  }

  @Test
  void whatTheDatabaseDoesNotTakeAtOnceIsAnsweredAsTooLargeAndNeverLoops() throws SQLException {
    TestDatabase schema = TestDatabase.emptyFor(TooLargeTest.class);
    String usual = schema.rows("SELECT @@GLOBAL.max_allowed_packet").get(0);
    schema.change("SET GLOBAL max_allowed_packet = 2097152");
    try (Conversation desk =
        new Conversation(
            schema,
            STORY.resolve("accounts.csv"),
            "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
            "size-limit: 25MB")) {
      String words = "I lost my phone and cannot log in. My account name is dora.\n";
      for (int kilobytes : new int[] {3_000, 1_800}) {
        desk.receive(
            desk.stamped(
                "dora@mail.example",
                "support@desk.example",
                "Help",
                "",
                words + (" ".repeat(20) + "'".repeat(1_002) + "\n").repeat(kilobytes)));
        assertThat(desk.inbox().size()).isZero();
        assertThat(desk.inbox().movedOut()).isNotEmpty();
      }

      assertThat(desk.column("SELECT header_only FROM mail ORDER BY id")).containsExactly("1", "0");
      assertThat(desk.column("SELECT DISTINCT state FROM mail")).containsExactly("HANDLED");
      assertThat(desk.last("ACKNOWLEDGEMENT", "dora@mail.example").body()).contains("1 MB");
    } finally {
      schema.change("SET GLOBAL max_allowed_packet = " + usual);
    }
  }

  private static String withHeader(Conversation desk, int kilobytes) {
    String much = ("x".repeat(998) + "\n ").repeat(kilobytes);
    return desk.stamped(
        "eve@attacker.example", "support@desk.example", "Hi", "X-Much: " + much + "x\n", "Hello?");
  }

  private static Conversation empty() {
    return new Conversation(
        TestDatabase.emptyFor(TooLargeTest.class), STORY.resolve("accounts.csv"));
  }
}
