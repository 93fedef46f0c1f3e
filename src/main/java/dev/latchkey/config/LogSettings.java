package dev.latchkey.config;

/**
 * How the desk tells its operator what it does.
 *
 * @param level what is less than that is not said
 */
public record LogSettings(Level level, Format format) {
  /** Unless the settings say otherwise. */
  public static final LogSettings USUAL = new LogSettings(Level.INFO, Format.TEXT);

  /** How much is said. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  /** How a line is written. */
  public enum Format {
    /** Time, level, what. */
    TEXT,
    /** A priority for the journal of systemd in front; text where the journal does not listen. */
    JOURNAL,
    /** An object a line: time, level, logger, message. */
    JSON
  }
}
