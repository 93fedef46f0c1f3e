package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When staff hear of what waits for them, besides what cannot wait.
 *
 * @param digestAt at what time the digest is written
 * @param digestDays on which days
 * @param zone whose days and times these are
 * @param escalateAfter how long a ticket may wait for the staff before all are asked
 * @param escalateTo who is asked besides the approvers
 */
public record StaffTimes(
    LocalTime digestAt,
    Set<DayOfWeek> digestDays,
    ZoneId zone,
    Duration escalateAfter,
    List<EmailAddress> escalateTo) {

  /** At eight on working days, UTC, and a week. */
  public static final StaffTimes USUAL =
      new StaffTimes(
          LocalTime.of(8, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          ZoneId.of("UTC"),
          Duration.ofDays(7),
          List.of());

  private static final Duration TO_ACT = Duration.ofDays(1);

  public StaffTimes {
    digestDays = Set.copyOf(digestDays);
    escalateTo = List.copyOf(escalateTo);
  }

  /** The days on which they work. */
  public WorkingDays workingDays() {
    return new WorkingDays(digestDays, zone);
  }

  /**
   * Whether a digest that is written after {@code now} leaves its readers a day until {@code at}:
   * what happens then need not be mailed to them besides.
   */
  public boolean digestComesInTime(Instant now, Instant at) {
    Instant latest = at.minus(TO_ACT);
    for (LocalDate day = now.atZone(zone).toLocalDate();
        !day.atTime(digestAt).atZone(zone).toInstant().isAfter(latest);
        day = day.plusDays(1)) {
      boolean written = digestDays.contains(day.getDayOfWeek());
      if (written && day.atTime(digestAt).atZone(zone).toInstant().isAfter(now)) {
        return true;
      }
    }
    return false;
  }

  /** The day whose digest is due at a moment; empty before its time, and on a day without one. */
  public Optional<LocalDate> digestDay(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    return digestDays.contains(there.getDayOfWeek()) && !there.toLocalTime().isBefore(digestAt)
        ? Optional.of(there.toLocalDate())
        : Optional.empty();
  }
}
