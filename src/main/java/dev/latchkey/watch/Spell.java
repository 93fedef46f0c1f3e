package dev.latchkey.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Times as an operator reads them. */
public final class Spell {
  private static final Duration MINUTES = Duration.ofMinutes(2);
  private static final Duration HOURS = Duration.ofHours(2);
  private static final Duration DAYS = Duration.ofDays(2);

  private Spell() {}

  /** A length of time in its largest fitting unit, as {@code 45 s}, {@code 12 min}, {@code 3 d}. */
  public static String of(Duration time) {
    if (time.compareTo(MINUTES) < 0) {
      return time.toSeconds() + " s";
    }
    if (time.compareTo(HOURS) < 0) {
      return time.toMinutes() + " min";
    }
    return time.compareTo(DAYS) < 0 ? time.toHours() + " h" : time.toDays() + " d";
  }

  /** The day of a moment, in a zone. */
  public static String day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().toString();
  }
}
