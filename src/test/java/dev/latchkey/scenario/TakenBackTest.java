package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.flow.FlowContexts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who reads the log sees that an approval which stands there holds no more. */
@NullMarked
class TakenBackTest {

  @Test
  void theLogSaysWhoTookAnApprovalBack() throws Exception {
    try (LogWatch log = LogWatch.of(FlowContexts.class);
        Conversation desk = Conversation.inReview(TakenBackTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      desk.alice("DECIDED", "UNDO");
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(log.lines())
          .contains("ticket=LK-1001 UNDONE by STAFF alice@staff.example, now IN_REVIEW: APPROVE");
    }
  }
}
