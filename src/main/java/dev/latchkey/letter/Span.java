package dev.latchkey.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long it takes until the staff decide, or ask back.
 *
 * @param within that long, from when nothing is missing; nothing where a day is known
 * @param measured nine in ten comparable ones took no longer lately; otherwise it is what the desk
 *     aims at
 * @param by on that day at the latest, for a request that lies before the staff
 */
public record Span(Duration within, boolean measured, Optional<Instant> by) {
  public Span {
    if (within.isNegative()) {
      throw new IllegalArgumentException("a span is not negative");
    }
  }

  /** Nine in ten took no longer lately. */
  public static Span usual(Duration within) {
    return new Span(within, true, Optional.empty());
  }

  /** The desk aims at it. */
  public static Span target(Duration within) {
    return new Span(within, false, Optional.empty());
  }

  /** A day for a request that lies before the staff. */
  public static Span by(Instant by, boolean measured) {
    return new Span(Duration.ZERO, measured, Optional.of(by));
  }
}
