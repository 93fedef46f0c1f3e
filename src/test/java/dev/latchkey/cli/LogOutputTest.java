package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.config.LogSettings;
import dev.latchkey.config.LogSettings.Format;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log is written as the settings say, one line an event whatever its text is. */
class LogOutputTest {
  private static final String HOSTILE =
      "x\r\n{\"level\":\"ERROR\"} \u2028 \u0085 \u0000 \\ \" \\\" ${env:HOME} %msg <3>";

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void read() throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(LogOutputTest.class.getResource("/logback.xml")));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void textIsUsual() {
    assertThat(line(Level.INFO, "told", null)).matches("2026-03-01 08:00:00,000 INFO  Test told\n");
  }

  /** Both are on standard error. */
  @Test
  void aLineStandsAboveTheProgressOnATerminal() {
    for (Format format : Format.values()) {
      set(format, true);
      Progress progress =
          new Progress("mails", new PrintWriter(new StringWriter()), true, InstantSource.system());
      progress.at(1, 2);
      assertThat(line(Level.INFO, "told", null)).startsWith("\r\u001b[K").endsWith("\n");
      assertThat(line(Level.INFO, "told", null)).doesNotContain("\u001b");
    }
  }

  @Test
  void theJournalReadsAPriorityWhereItListens() {
    set(Format.JOURNAL, true);
    assertThat(line(Level.ERROR, "told", null)).isEqualTo("<3>Test told\n");
    assertThat(line(Level.WARN, "told", null)).isEqualTo("<4>Test told\n");
    assertThat(line(Level.INFO, "told", null)).isEqualTo("<6>Test told\n");
    assertThat(line(Level.DEBUG, "told", null)).isEqualTo("<7>Test told\n");
  }

  @Test
  void elsewhereItIsText() {
    set(Format.JOURNAL, false);
    assertThat(line(Level.INFO, "told", null)).startsWith("2026-03-01");
  }

  @Test
  void jsonIsAnObjectALineWithAllThatWasSaid() throws Exception {
    set(Format.JSON, true);
    JsonNode said = new ObjectMapper().readTree(line(Level.WARN, HOSTILE, null));
    assertThat(said.fieldNames())
        .toIterable()
        .containsExactly("time", "level", "logger", "message");
    assertThat(said.get("time").asText()).isEqualTo("2026-03-01T08:00:00.000Z");
    assertThat(said.get("level").asText()).isEqualTo("WARN");
    assertThat(said.get("message").asText())
        .isEqualTo("x | {\"level\":\"ERROR\"}  |   |   |  \\ \" \\\" ${env:HOME} %msg <3>");
    JsonNode failed =
        new ObjectMapper().readTree(line(Level.ERROR, "a bug", new IllegalStateException(HOSTILE)));
    assertThat(failed.get("message").asText()).startsWith("a bug: java.lang.IllegalState");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anEventIsOneLineInEveryFormat(Format format) {
    set(format, true);
    for (String text : List.of(HOSTILE, "x".repeat(1 << 20), "\"".repeat(1 << 20))) {
      String line = line(Level.WARN, text, new IllegalStateException(text));
      assertThat(line).endsWith("\n").hasSizeLessThan(20_000);
      assertThat(line.strip().chars().noneMatch(Character::isISOControl)).isTrue();
      assertThat(line).doesNotContain("\u2028");
    }
  }

  @Test
  void theLevelSaysHowMuch() {
    Logger ours = context.getLogger("dev.latchkey.Test");
    LogOutput output = new LogOutput(context, false);
    output.set(new LogSettings(LogSettings.Level.ERROR, Format.TEXT));
    assertThat(ours.isWarnEnabled()).isFalse();
    output.set(new LogSettings(LogSettings.Level.DEBUG, Format.TEXT));
    assertThat(ours.isDebugEnabled()).isTrue();
    output.set(LogSettings.USUAL);
    assertThat(ours.isDebugEnabled()).isFalse();
    assertThat(ours.isInfoEnabled()).isTrue();
  }

  private void set(Format format, boolean journal) {
    new LogOutput(context, journal).set(new LogSettings(LogSettings.Level.DEBUG, format));
  }

  private String line(Level level, String text, @Nullable Throwable why) {
    LoggingEvent event =
        new LoggingEvent(
            LogOutputTest.class.getName(),
            context.getLogger("dev.latchkey.Test"),
            level,
            text,
            why,
            null);
    event.setInstant(Instant.parse("2026-03-01T08:00:00Z"));
    OutputStreamAppender<ILoggingEvent> appender =
        (OutputStreamAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
