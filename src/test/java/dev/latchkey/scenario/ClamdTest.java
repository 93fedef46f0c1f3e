package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.transport.ClamdScanner;
import dev.latchkey.transport.LocalClamd;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is attached is scanned, and what is not scanned is said. */
@NullMarked
class ClamdTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String DORA = "dora@mail.example";
  private static final String PHOTO =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

  private LocalClamd clamd;

  @BeforeEach
  void start() throws IOException {
    clamd = new LocalClamd();
  }

  @AfterEach
  void stop() throws IOException {
    clamd.close();
  }

  @Test
  void aFileThatIsFineIsNotSpokenOf() throws Exception {
    try (Conversation desk = desk()) {
      inReview(desk, PHOTO);

      assertThat(desk.last("CASE", ALICE).body()).doesNotContain("scan", "open");
      assertThat(letters(desk, "MAIL_WARNING")).isEmpty();
      assertThat(desk.inbox().movedOut()).hasSize(3);
    }
  }

  @Test
  void aHarmfulFileIsToldAndItsCopyGoesAndItsWriterIsHeardAllTheSame() throws Exception {
    try (Conversation desk = desk()) {
      inReview(desk, LocalClamd.HARMFUL);

      assertThat(desk.last("CASE", ALICE).body())
          .contains("A file that dora@mail.example sent", "is harmful", "Eicar", "do not open");
      assertThat(letters(desk, "MAIL_WARNING"))
          .containsExactlyInAnyOrder(ALICE, "bob@staff.example");
      assertThat(desk.last("MAIL_WARNING", ALICE).body()).contains("Eicar", DORA);
      assertThat(letters(desk, "ACKNOWLEDGEMENT")).containsExactly(DORA);
      // The two answers with codes stay.
      desk.after(java.time.Duration.ofMinutes(1));
      assertThat(desk.inbox().movedOut()).hasSize(2);
    }
  }

  @Test
  void aHarmfulFileWithAQuestionStandsBesideTheQuestion() throws Exception {
    try (Conversation desk = desk()) {
      desk.receive(
          withFile(
              desk.stamped(
                  "kim@mail.example",
                  "support@desk.example",
                  "A question",
                  "",
                  "How large may a project be? Please see the file."),
              LocalClamd.HARMFUL));

      assertThat(desk.outcome()).isEqualTo(Outcome.NOT_A_REQUEST);
      String inquiry =
          desk.sender().sent().stream()
              .filter(letter -> letter.body().contains("How large may"))
              .findFirst()
              .orElseThrow()
              .body();
      assertThat(inquiry).contains("me.png", "is harmful", "Eicar");
    }
  }

  @Test
  void whatWasNotScannedIsSaidAndNobodyWaits() throws Exception {
    for (String answer :
        List.of(
            "INSTREAM size limit exceeded. ERROR\0",
            "stream: Can't allocate memory ERROR\0",
            "stream: OK, or not",
            "FOUND\0",
            "")) {
      try (Conversation desk = desk()) {
        clamd.says(answer);
        inReview(desk, PHOTO);

        assertThat(desk.last("CASE", ALICE).body())
            .as(answer)
            .contains("could not be scanned", "do not open");
        assertThat(letters(desk, "MAIL_WARNING")).isEmpty();
        // Nobody opens it by mistake among the others, also when it is delivered once more.
        assertThat(desk.inbox().movedOut()).hasSize(2);
        assertThat(desk.inbox().unscanned()).hasSize(1);
        desk.receive(withFile(Conversation.mail(STORY.resolve("01-request.eml")), PHOTO));
        assertThat(desk.inbox().movedOut()).hasSize(2);
        assertThat(desk.inbox().unscanned()).hasSize(2);
      }
    }
  }

  @Test
  void aScannerThatIsAwayHoldsNothingUp() throws Exception {
    clamd.close();
    try (Conversation desk = desk()) {
      inReview(desk, LocalClamd.HARMFUL);

      assertThat(desk.last("CASE", ALICE).body()).contains("could not be scanned");
      assertThat(desk.inbox().unscanned()).hasSize(1);
      assertThatThrownBy(new ClamdScanner("127.0.0.1", clamd.port())::check)
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("clamd.conf");
    }
  }

  @Test
  void wordsAloneAreNotScanned() throws Exception {
    try (Conversation desk = desk()) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));

      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(clamd.sizes()).isEmpty();
      assertThat(new ClamdScanner("127.0.0.1", clamd.port()).check()).startsWith("ClamAV");
    }
  }

  private Conversation desk() {
    return new Conversation(
        TestDatabase.emptyFor(ClamdTest.class),
        STORY.resolve("accounts.csv"),
        "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
        "attachments: {clamd: \"127.0.0.1:" + clamd.port() + "\"}");
  }

  /** Dora asks with a file, and answers the codes. */
  private static void inReview(Conversation desk, String base64) throws IOException, SQLException {
    desk.receive(withFile(Conversation.mail(STORY.resolve("01-request.eml")), base64));
    assertThat(desk.outcome()).as(desk.desk().lastReason()).isEqualTo(Outcome.TICKET_OPENED);
    for (String address : List.of(DORA, "dora@other.example")) {
      desk.receive(desk.answer(address, desk.last("CODE", address), "%CODE%"));
    }
    assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
  }

  private static String withFile(String mail, String base64) {
    int end = mail.indexOf("\n\n");
    return mail.substring(0, end)
            .replaceFirst("Content-Type:.*", "Content-Type: multipart/mixed; boundary=b")
            .replaceFirst("Content-Transfer-Encoding:.*\n?", "")
            .stripTrailing()
        + "\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
        + mail.substring(end + 2)
        + "\n--b\nContent-Type: image/png; name=me.png\nContent-Disposition: attachment;"
        + " filename=me.png\nContent-Transfer-Encoding: base64\n\n"
        + base64
        + "\n--b--\n";
  }

  private static List<String> letters(Conversation desk, String letter) throws SQLException {
    return desk.column("SELECT recipient FROM outbox WHERE letter = '" + letter + "'");
  }
}
