package dev.latchkey.flow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * The days on which people work, from midnight to midnight: time that passes on the others is time
 * in which nobody answers.
 *
 * @param days none of them are all of them
 * @param zone whose days these are
 */
public record WorkingDays(Set<DayOfWeek> days, ZoneId zone) {
  public WorkingDays {
    days = days.isEmpty() ? Set.of(DayOfWeek.values()) : Set.copyOf(days);
  }

  /** How much of the time between two moments lies on working days. */
  public Duration between(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Duration.ZERO;
    }
    LocalDate first = from.atZone(zone).toLocalDate();
    LocalDate last = to.atZone(zone).toLocalDate();
    if (first.equals(last)) {
      return works(first) ? Duration.between(from, to) : Duration.ZERO;
    }
    LocalDate second = first.plusDays(1);
    Duration worked = works(first) ? Duration.between(from, midnight(second)) : Duration.ZERO;
    for (LocalDate day = second; day.isBefore(last); day = day.plusDays(1)) {
      if (works(day)) {
        worked = worked.plus(Duration.between(midnight(day), midnight(day.plusDays(1))));
      }
    }
    return works(last) ? worked.plus(Duration.between(midnight(last), to)) : worked;
  }

  /** When so much time on working days has passed. */
  public Instant after(Instant from, Duration work) {
    Duration left = work;
    Instant at = from;
    while (true) {
      Instant next = midnightAfter(at);
      Duration today = works(at) ? Duration.between(at, next) : Duration.ZERO;
      if (works(at) && left.compareTo(today) <= 0) {
        return at.plus(left);
      }
      left = left.minus(today);
      at = next;
    }
  }

  /** From when on so much time on working days has passed until a moment. */
  public Instant before(Instant to, Duration work) {
    Duration left = work;
    Instant at = to;
    while (true) {
      Instant begin = at.minusNanos(1).atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
      Duration day = works(begin) ? Duration.between(begin, at) : Duration.ZERO;
      if (works(begin) && left.compareTo(day) <= 0) {
        return at.minus(left);
      }
      left = left.minus(day);
      at = begin;
    }
  }

  /** The last second of the day of a moment. */
  public Instant endOfDay(Instant at) {
    return midnightAfter(at).minusSeconds(1);
  }

  private boolean works(Instant at) {
    return works(at.atZone(zone).toLocalDate());
  }

  private boolean works(LocalDate day) {
    return days.contains(day.getDayOfWeek());
  }

  private Instant midnightAfter(Instant at) {
    return midnight(at.atZone(zone).toLocalDate().plusDays(1));
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
