package dev.latchkey.store;

import static dev.latchkey.store.TestStore.NOW;
import static dev.latchkey.store.TestStore.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.ScanResult;
import dev.latchkey.store.Message.Standing;
import dev.latchkey.store.Message.Writer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote stands before the staff once as something new. */
class MessagesTest {
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.emptyFor(MessagesTest.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ClaimedMail arrived() {
    store.mails.store(List.of(mail(1, "one")), NOW);
    return store.mails.claim(1, NOW, Duration.ofMinutes(5), false).readable().get(0);
  }

  private static EndedMail ended(ClaimedMail mail, Standing standing) {
    return new EndedMail(
        mail,
        false,
        "NOT_A_REQUEST",
        "because",
        Optional.empty(),
        Optional.of("<m@mail.example>"),
        Optional.of("nora@mail.example"),
        Optional.of("human"),
        Optional.of("a question"),
        Optional.of("How long does it take?"),
        Optional.of(Writer.STRANGER),
        standing,
        ScanResult.NOT_ASKED,
        Optional.empty(),
        false);
  }

  private void end(EndedMail mail, Heard heard) {
    store.desk.work(
        NOW,
        1,
        work -> {
          work.end(mail);
          work.heard(mail.mail().id(), heard);
          return true;
        });
  }

  private List<Messages.Unread> unread() {
    return store.desk.work(NOW, 1, work -> work.messages().unread(10));
  }

  @Test
  void newWordsWaitUntilTheyWereShown() throws SQLException {
    end(ended(arrived(), Standing.NEW), Heard.STAFF);

    assertThat(unread()).extracting(Messages.Unread::mailId).containsExactly(1L);
    Message message = store.desk.work(NOW, 1, work -> work.messages().find(1)).orElseThrow();
    assertThat(message.words()).isEqualTo("How long does it take?");
    assertThat(message.unread()).isTrue();
    assertThat(store.one("SELECT heard FROM mail")).isEqualTo("STAFF");

    store.desk.work(
        NOW,
        1,
        work -> {
          work.messages().readMails(List.of(1L));
          return true;
        });
    assertThat(unread()).isEmpty();
  }

  @Test
  void whatDidSomethingWaitsOnlyWhenItsWriterWasNotTold() {
    ClaimedMail mail = arrived();
    store.desk.work(
        NOW,
        1,
        work -> {
          work.end(ended(mail, Standing.ANSWERED));
          work.messages().untold(mail.id());
          return true;
        });
    assertThat(unread()).hasSize(1);
  }

  @Test
  void thanksWaitForNobody() {
    end(ended(arrived(), Standing.NOTHING_NEW), Heard.STAFF);

    assertThat(unread()).isEmpty();
  }
}
