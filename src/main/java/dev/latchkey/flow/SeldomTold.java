package dev.latchkey.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is time to say a thing that lasts: at once, and while it stays the same at growing
 * distances, a minute, two, four, to an hour. Safe for several threads.
 */
public final class SeldomTold {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;
  private @Nullable String what;
  private Instant since = Instant.EPOCH;
  private Instant next = Instant.EPOCH;
  private Duration distance = FIRST;

  public SeldomTold(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether to say this now. Texts that differ in their numbers alone are the same. */
  public synchronized boolean now(String text) {
    String plain = text.replaceAll("[0-9]+", "");
    Instant at = clock.instant();
    if (!plain.equals(what)) {
      since = what == null ? at : since;
      what = plain;
      distance = FIRST;
    } else if (at.isBefore(next)) {
      return false;
    } else {
      Duration twice = distance.multipliedBy(2);
      distance = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
    next = at.plus(distance);
    return true;
  }

  /** Notes that it is over; how long it lasted, unless there was nothing. */
  public synchronized Optional<Duration> over() {
    if (what == null) {
      return Optional.empty();
    }
    what = null;
    return Optional.of(Duration.between(since, clock.instant()));
  }
}
