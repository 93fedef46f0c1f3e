package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where a letter to the writer does not go out, what they wrote waits for the staff. */
class WordsNobodyAnsweredTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  private static String unread(Conversation desk) throws SQLException {
    return desk.column(
            "SELECT CONCAT(heard, ' ', unread_since IS NOT NULL) FROM mail ORDER BY id DESC LIMIT 1")
        .get(0);
  }

  private static String requestOfAnother() throws IOException {
    return Conversation.mail(STORY.resolve("01-request.eml"))
        .replace("`dora`", "`widget`")
        .replace("dora@mail.example", "lou@mail.example")
        .replace("<story.2@", "<another.2@");
  }

  @Test
  void aRequestThatIsAnsweredDoesNotWaitForTheStaff() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WordsNobodyAnsweredTest.class)) {
      desk.receive(requestOfAnother());

      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(unread(desk)).isEqualTo("WRITER 0");
    }
  }

  @Test
  void aRequestWhoseAnswerABudgetHoldsBackIsAnsweredInTheNextHour()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(WordsNobodyAnsweredTest.class)) {
      desk.change("UPDATE budget SET used = 100000");
      desk.receive(requestOfAnother());

      assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
      assertThat(unread(desk)).isEqualTo("WRITER 0");
      desk.after(Duration.ofHours(2));
      assertThat(desk.column("SELECT letter FROM outbox WHERE state = 'WAITING'")).isEmpty();
      assertThat(desk.column("SELECT state FROM outbox WHERE letter = 'ACKNOWLEDGEMENT'"))
          .containsOnly("SENT");
    }
  }
}
