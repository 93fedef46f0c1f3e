package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a requester writes after a REPLY reaches the one who wrote it, and at once. */
@NullMarked
class AnswersToReplyTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";
  private static final String BOB = "bob@staff.example";

  @Test
  void anAnswerIsMailedToWhoAskedAndThanksAreNot() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(AnswersToReplyTest.class), STORY.resolve("accounts.csv"))) {
      desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), "%CODE%"));
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      desk.alice("CASE", "REPLY\nWhich screen shows this, ours or another?");

      desk.receive(
          desk.answer(
              DORA, desk.last("STAFF_REPLY", DORA), "yours. ur login page, after the password"));
      assertThat(asked(desk, "alice@staff.example")).isEqualTo(1);
      assertThat(asked(desk, BOB)).isZero();
      assertThat(desk.last("REQUESTER_ASKS", "alice@staff.example").body())
          .contains("ur login page")
          .contains("answers what alice@staff.example wrote to them by REPLY, or comes after it");
      assertThat(desk.last("RECEIVED", DORA).body()).doesNotContain("will find it there");

      desk.receive(desk.answer(DORA, desk.last("STAFF_REPLY", DORA), "Thanks!"));
      assertThat(asked(desk, "alice@staff.example")).isEqualTo(1);

      desk.receive(
          desk.answer(DORA, desk.last("STAFF_REPLY", DORA), "It says six digits from an app"));
      assertThat(asked(desk, "alice@staff.example")).isEqualTo(2);
    }
  }

  private static int asked(Conversation desk, String whom) throws SQLException {
    return desk.column(
            "SELECT id FROM outbox WHERE letter = 'REQUESTER_ASKS' AND recipient = '" + whom + "'")
        .size();
  }
}
