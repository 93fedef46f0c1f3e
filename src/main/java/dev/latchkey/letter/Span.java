package dev.latchkey.letter;

import java.time.Duration;

/**
 * Within which time tickets are decided, from the first mail on.
 *
 * @param measured nine in ten comparable ones were, lately; otherwise it is what the desk aims at
 */
public record Span(Duration within, boolean measured) {
  public Span {
    if (within.isNegative()) {
      throw new IllegalArgumentException("a span is not negative");
    }
  }
}
