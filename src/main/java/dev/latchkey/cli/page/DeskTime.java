package dev.latchkey.cli.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Moments as a terminal shows them, to the minute.
 *
 * @param zone the desk's
 */
public record DeskTime(ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** A moment, without the zone. */
  public String moment(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  /** A moment with the zone behind it. */
  public String inFull(Instant at) {
    return moment(at) + " " + zone;
  }

  /** The head of a column of moments. */
  public String head(String words) {
    return words + " (" + zone + ")";
  }
}
