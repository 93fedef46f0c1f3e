package dev.latchkey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hears what a logger and those below it say, until it is closed; then the logger is as before. */
@NullMarked
public final class LogWatch implements AutoCloseable {
  private final Logger logger;
  private final @Nullable Level before;
  private final boolean wentOn;
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  private LogWatch(Logger logger, Level level) {
    this.logger = logger;
    this.before = logger.getLevel();
    this.wentOn = logger.isAdditive();
    logger.setLevel(level);
    heard.start();
    logger.addAppender(heard);
  }

  /** Of a class, from INFO on. */
  public static LogWatch of(Class<?> type) {
    return of(type.getName());
  }

  /** Of a package or a class, from INFO on. */
  public static LogWatch of(String name) {
    return new LogWatch((Logger) LoggerFactory.getLogger(name), Level.INFO);
  }

  /** Of the whole desk, from DEBUG on, which is more than a console should show. */
  public static LogWatch ofEverything() {
    LogWatch watch = new LogWatch((Logger) LoggerFactory.getLogger("dev.latchkey"), Level.DEBUG);
    watch.logger.setAdditive(false);
    return watch;
  }

  /** What was said, in its order. */
  public List<ILoggingEvent> events() {
    return List.copyOf(heard.list);
  }

  /** The text of each. */
  public List<String> lines() {
    return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** The text of each of a level. */
  public List<String> lines(Level level) {
    return events().stream()
        .filter(event -> event.getLevel() == level)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  /** As if nothing had been said so far. */
  public void forget() {
    heard.list.clear();
  }

  @Override
  public void close() {
    logger.detachAppender(heard);
    logger.setLevel(before);
    logger.setAdditive(wentOn);
  }
}
