package dev.latchkey.scenario;

import static dev.latchkey.scenario.Stage.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Alice's own approval, signed by her server, is sent again by who once had it in hands. */
@NullMarked
class ReplayedCommandsTest {
  /** What no signature needs to cover may be changed. */
  private static Map<String, UnaryOperator<String>> again() {
    Map<String, UnaryOperator<String>> again = new LinkedHashMap<>();
    again.put("as it is", mail -> mail);
    again.put(
        "with a field more", mail -> mail.replace("MIME-Version", "X-Spam: no\nMIME-Version"));
    again.put("with another id", mail -> mail.replaceFirst("Message-ID: <", "Message-ID: <again."));
    again.put("without an id", mail -> mail.replaceFirst("Message-ID: .*\n", ""));
    return again;
  }

  @Test
  void whatWasTakenBackIsNotGivenAgain() throws IOException, SQLException {
    for (Map.Entry<String, UnaryOperator<String>> how : again().entrySet()) {
      try (Conversation desk = Conversation.inReview(ReplayedCommandsTest.class)) {
        String approval = desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
        desk.receive(approval);
        assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
        desk.alice("DECIDED", "UNDO");

        desk.receive(how.getValue().apply(approval));

        assertThat(desk.state(1001)).as(how.getKey()).isEqualTo("IN_REVIEW");
      }
    }
  }

  /** What stops may stop again. */
  @Test
  void whatGoesOnDoesNotGoOnTwice() throws IOException, SQLException {
    for (Map.Entry<String, UnaryOperator<String>> how : again().entrySet()) {
      try (Conversation desk = Conversation.inReview(ReplayedCommandsTest.class)) {
        String approval = desk.answer(ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%");
        desk.receive(approval);
        desk.alice("DECIDED", "HOLD");
        String resume = desk.answer(ALICE, desk.last("DECIDED", ALICE), "RESUME");
        desk.receive(resume);
        desk.after(Duration.ofHours(1));

        desk.receive(how.getValue().apply(approval));
        assertThat(desk.state(1001)).as(how.getKey()).isEqualTo("IN_REVIEW");

        desk.alice("CASE", "HOLD");
        desk.receive(how.getValue().apply(resume));
        assertThat(desk.state(1001)).as(how.getKey()).isEqualTo("ON_HOLD");
      }
    }
  }
}
