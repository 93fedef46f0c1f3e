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

  public StaffTimes {
    digestDays = Set.copyOf(digestDays);
    escalateTo = List.copyOf(escalateTo);
  }

  /** The days on which they work. */
  public WorkingDays workingDays() {
    return new WorkingDays(digestDays, zone);
  }

  /** The day whose digest is due at a moment; empty before its time, and on a day without one. */
  public Optional<LocalDate> digestDay(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    return digestDays.contains(there.getDayOfWeek()) && !there.toLocalTime().isBefore(digestAt)
        ? Optional.of(there.toLocalDate())
        : Optional.empty();
  }
}
