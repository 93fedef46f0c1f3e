package dev.latchkey.proof;

import java.time.Duration;

/**
 * How far a look goes.
 *
 * @param inAll the time for all of it: names, connections, redirects, answers
 * @param octets the longest answer that is read
 * @param redirects how many are followed
 */
public record LookLimits(Duration inAll, int octets, int redirects) {
  /** Ten seconds, 64 KiB, three redirects. */
  public static final LookLimits USUAL = new LookLimits(Duration.ofSeconds(10), 64 * 1024, 3);

  /**
   * @throws IllegalArgumentException for limits that let nothing through
   */
  public LookLimits {
    if (inAll.isNegative() || inAll.isZero() || octets < 1 || redirects < 0) {
      throw new IllegalArgumentException("limits that let nothing through");
    }
  }
}
