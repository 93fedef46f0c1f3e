package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A log is read by people and programs: no text writes a line of its own into it. */
@NullMarked
class LogLinesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final List<String> HOSTILE =
      List.of(
          "x\r\n2026-03-02 09:00:00,000 INFO  FlowContexts ticket=LK-1001 APPROVED by STAFF alice",
          "x\u2028INFO approved",
          "x\u2029INFO approved",
          "x\u0085INFO approved",
          "\u001b[2J\u001b[1;31mapproved",
          "\u0000\u0007\u0008\u007f",
          "${env:HOME} ${jndi:ldap://x.example/a} %d %msg %n {}");

  @Test
  void anEventIsOneLineWhateverItsTextIs() throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(LogLinesTest.class.getResource("/logback.xml")));
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
    Logger logger = context.getLogger("dev.latchkey.Test");
    for (String text : HOSTILE) {
      String line = line(appender, event(logger, text, new IllegalStateException(text)));
      assertThat(line.strip().chars().noneMatch(Character::isISOControl)).as(line).isTrue();
      assertThat(line.strip()).doesNotContain("\u2028", "\u2029").contains("WARN");
      assertThat(line).endsWith("\n");
    }
    assertThat(line(appender, event(logger, "x".repeat(1 << 20), null))).hasSizeLessThan(10_000);
    assertThat(line(appender, event(logger, HOSTILE.get(6), null))).contains("${env:HOME}");
    context.stop();
  }

  @Test
  void whatSomebodyWritesStandsInNoLogLine() {
    try (LogWatch log = LogWatch.ofEverything();
        Conversation desk =
            new Conversation(
                TestDatabase.emptyFor(LogLinesTest.class), STORY.resolve("accounts.csv"))) {
      String canary = "approved-LK-1001-by-the-canary";
      for (String mail :
          List.of(
              desk.stamped("eve@attacker.example", "support@desk.example", canary, "", canary),
              desk.stamped(
                  "eve@attacker.example",
                  "support@desk.example",
                  "My account",
                  "X-Canary: " + canary + "\n",
                  "I lost my phone and cannot log in, please help.\n\n## Username\n\n`"
                      + canary
                      + "`"),
              desk.stamped("eve@attacker.example", canary, "Hello", "", canary)
                  .replace("text/plain", "multipart/" + canary),
              desk.stamped(canary + "@attacker.example", "support@desk.example", "x", "", "Hello?"),
              desk.stamped("eve@attacker.example", "support@desk.example", "x", "", "Hello?")
                  .replace("From: <", "From: " + canary + " <"))) {
        desk.receive(mail);
      }
      LoggerFactory.getLogger("dev.latchkey").info("the log is heard");
      assertThat(log.lines())
          .contains("the log is heard")
          .noneMatch(line -> line.contains("canary"));
    }
  }

  private static ILoggingEvent event(Logger logger, String text, @Nullable Throwable why) {
    return new LoggingEvent(LogLinesTest.class.getName(), logger, Level.WARN, text, why, null);
  }

  private static String line(ConsoleAppender<ILoggingEvent> appender, ILoggingEvent event) {
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
