package dev.latchkey.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.latchkey.config.LogSettings;
import dev.latchkey.config.LogSettings.Format;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Has the log written as the settings say; the patterns stand in {@code logback.xml}. */
final class LogOutput {
  private static final String PATTERN = "latchkey.log.";

  private final LoggerContext context;
  private final boolean journal;
  private LogSettings now = LogSettings.USUAL;

  /**
   * @param journal whether the journal of systemd reads what is written
   */
  LogOutput(LoggerContext context, boolean journal) {
    this.context = context;
    this.journal = journal;
  }

  /**
   * The log of this process.
   *
   * @param environment the value of an environment variable; systemd sets {@code JOURNAL_STREAM}
   */
  static LogOutput ofProcess(Function<String, @Nullable String> environment) {
    return new LogOutput(
        (LoggerContext) LoggerFactory.getILoggerFactory(),
        environment.apply("JOURNAL_STREAM") != null);
  }

  /** From now on. */
  void set(LogSettings wanted) {
    if (wanted.equals(now)) {
      return;
    }
    Logger ours = context.getLogger("dev.latchkey");
    Level level = Level.toLevel(wanted.level().name());
    // Who asked for quiet on the command line is not told more.
    boolean quiet = "WARN".equals(System.getProperty("latchkey.log"));
    ours.setLevel(quiet && Level.WARN.isGreaterOrEqual(level) ? Level.WARN : level);
    if (context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR")
        instanceof OutputStreamAppender<ILoggingEvent> appender) {
      appender.setEncoder(encoder(wanted.format()));
    }
    now = wanted;
  }

  private LogEncoder encoder(Format wanted) {
    Format format = wanted == Format.JOURNAL && !journal ? Format.TEXT : wanted;
    String name = PATTERN + format.name().toLowerCase(Locale.ROOT);
    LogEncoder encoder = new LogEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(Objects.requireNonNull(context.getProperty(name), name));
    encoder.start();
    return encoder;
  }
}
