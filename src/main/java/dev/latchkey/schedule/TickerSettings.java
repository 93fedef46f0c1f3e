package dev.latchkey.schedule;

import java.time.Duration;

/**
 * How often each piece of work is begun; a second or more.
 *
 * @param poll taking mails in
 * @param work working on those that were taken in; a mailbox that is away holds it up in nothing
 * @param deliver sending what waits
 * @param sweep doing what time brings, and carrying out what was approved
 */
public record TickerSettings(Duration poll, Duration work, Duration deliver, Duration sweep) {
  /** New mails every 15 seconds, working every 2, sending every 5, and what is due every minute. */
  public static final TickerSettings DEFAULT =
      new TickerSettings(
          Duration.ofSeconds(15),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1));

  public TickerSettings {
    requireTick("poll", poll);
    requireTick("work", work);
    requireTick("deliver", deliver);
    requireTick("sweep", sweep);
  }

  private static void requireTick(String name, Duration every) {
    if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(name + " is every second at most, once a day at least");
    }
  }
}
