package dev.latchkey.outgoing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave alone what failed: doubled with every failure in a row.
 *
 * @param first after the first failure
 * @param longest where doubling ends; a longer {@code first} is not cut
 */
public record BackOff(Duration first, Duration longest) {
  public BackOff {
    if (first.isNegative() || first.isZero()) {
      throw new IllegalArgumentException("a delay is positive, not " + first);
    }
  }

  /**
   * The delay.
   *
   * @param failures in a row, 1 or more
   */
  public Duration after(int failures) {
    Duration delay = first;
    for (int i = 1; i < failures && delay.compareTo(longest) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(longest) < 0 || failures <= 1 ? delay : max(first, longest);
  }

  /**
   * The delay, longer by a random part of at most a quarter, so that what failed together does not
   * come back together.
   */
  public Duration after(int failures, RandomGenerator random) {
    return spread(after(failures), random);
  }

  /** A delay longer by a random part of at most a quarter. */
  static Duration spread(Duration delay, RandomGenerator random) {
    return delay.plusMillis(random.nextLong(delay.toMillis() / 4 + 1));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
