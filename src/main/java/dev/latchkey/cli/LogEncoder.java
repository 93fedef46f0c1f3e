package dev.latchkey.cli;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes a line of the log above the line of a {@link Progress}, where one stands on the terminal:
 * both go to standard error.
 */
public final class LogEncoder extends PatternLayoutEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    return Progress.above(super.encode(event));
  }
}
