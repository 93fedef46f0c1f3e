package dev.latchkey.parse;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that one mail may still cost. */
final class WorkBudget {
  private final LongSupplier nanos;
  private final long end;
  private final Duration whole;

  /** Starts now; {@code nanos} counts like {@link System#nanoTime()}. */
  WorkBudget(LongSupplier nanos, Duration whole) {
    this.nanos = nanos;
    this.whole = whole;
    this.end = nanos.getAsLong() + whole.toNanos();
  }

  /** Goes on or refuses the mail. */
  void check() throws MalformedMailException {
    if (nanos.getAsLong() - end > 0) {
      throw new MalformedMailException("parsing took more than " + whole.toMillis() + " ms");
    }
  }
}
