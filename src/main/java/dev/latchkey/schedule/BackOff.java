package dev.latchkey.schedule;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave alone what failed: the interval doubled with every failure in a row, 15 minutes
 * at most, shorter by a random part of at most a quarter, so that several desks do not come back at
 * the same moment.
 */
final class BackOff {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Duration interval;
  private final RandomGenerator random;

  BackOff(Duration interval, RandomGenerator random) {
    this.interval = interval;
    this.random = random;
  }

  /**
   * @param failures in a row, 1 or more
   */
  Duration after(int failures) {
    Duration delay = interval;
    for (int i = 0; i < failures && delay.compareTo(LONGEST) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    if (delay.compareTo(LONGEST) > 0) {
      delay = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
    }
    return delay.minusMillis(random.nextLong(delay.toMillis() / 4 + 1));
  }
}
