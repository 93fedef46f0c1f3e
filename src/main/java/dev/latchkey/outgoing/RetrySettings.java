package dev.latchkey.outgoing;

import java.time.Duration;

/**
 * How patient the outbox is.
 *
 * @param firstDelay after the first "not now"; doubles with each
 * @param longestDelay where doubling ends
 * @param connectionDelay at least this long after a server that could not be reached
 * @param longestConnectionDelay at most this long after one
 * @param attemptLimit with this many "not now" a letter is parked
 * @param giveUpAfter a letter of this age is parked instead of tried again
 */
public record RetrySettings(
    Duration firstDelay,
    Duration longestDelay,
    Duration connectionDelay,
    Duration longestConnectionDelay,
    int attemptLimit,
    Duration giveUpAfter) {

  /**
   * One minute doubling to four hours after "not now", 15 seconds to 15 minutes without a server;
   * 40 attempts or five days (RFC 5321 section 4.5.4.1 asks for four or five).
   */
  public static final RetrySettings DEFAULT =
      new RetrySettings(
          Duration.ofMinutes(1),
          Duration.ofHours(4),
          Duration.ofSeconds(15),
          Duration.ofMinutes(15),
          40,
          Duration.ofDays(5));

  public RetrySettings {
    if (!positive(firstDelay)
        || !positive(connectionDelay)
        || longestDelay.compareTo(firstDelay) < 0
        || longestConnectionDelay.compareTo(connectionDelay) < 0
        || !positive(giveUpAfter)
        || attemptLimit < 1) {
      throw new IllegalArgumentException("retry delays are positive and the longest not shorter");
    }
  }

  private static boolean positive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
