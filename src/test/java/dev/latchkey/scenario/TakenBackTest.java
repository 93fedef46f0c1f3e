package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.latchkey.flow.FlowContexts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who reads the log sees that an approval which stands there holds no more. */
@NullMarked
class TakenBackTest {

  @Test
  void theLogSaysWhoTookAnApprovalBack() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger told = (Logger) LoggerFactory.getLogger(FlowContexts.class);
    log.start();
    told.setLevel(Level.INFO);
    told.addAppender(log);
    try (Conversation desk = Conversation.inReview(TakenBackTest.class)) {
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      desk.alice("DECIDED", "UNDO");
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    } finally {
      told.detachAppender(log);
      told.setLevel(null);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("ticket=LK-1001 UNDONE by STAFF alice@staff.example, now IN_REVIEW: APPROVE");
  }
}
