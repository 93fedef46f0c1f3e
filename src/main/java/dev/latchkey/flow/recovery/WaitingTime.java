package dev.latchkey.flow.recovery;

import dev.latchkey.flow.WorkingDays;
import dev.latchkey.letter.Span;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.ticket.Ticket;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long it takes until the staff answer. The figures are asked for, and counted, once in 30
 * seconds, however many mails come.
 */
public final class WaitingTime {
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** Older answers say little about today. */
  private static final Duration LATELY = Duration.ofDays(90);

  private final DeskFigures figures;
  private final Optional<Duration> target;
  private final WorkingDays days;
  private Instant asked = Instant.MIN;
  private Map<Optional<String>, ReviewTimes> times = Map.of();

  /**
   * How the staff answered in the last 90 days, in time on working days.
   *
   * @param answered how many requests they answered
   * @param median what half of them took
   * @param usual within what nine in ten are answered, as requesters are told it, but that they
   *     read whole days; none below twenty answers
   */
  public record Lately(long answered, Optional<Duration> median, Optional<Duration> usual) {}

  /**
   * @param target within which time the operator aims to decide, until enough was decided to tell
   * @param days on which the staff work
   */
  public WaitingTime(DeskFigures figures, Optional<Duration> target, WorkingDays days) {
    this.figures = figures;
    this.target = target;
    this.days = days;
  }

  /**
   * Within how many days the staff answer requests of a level, from when nothing is missing; empty
   * when there is no telling. Nobody knows yet on which day that is, so a weekend may lie between.
   *
   * @param level all of them together when it is not known yet
   */
  public synchronized Optional<Span> usual(Optional<String> level, Instant now) {
    return times(level, now)
        .usual()
        .map(work -> Optional.of(Span.usual(wholeDays(atMost(work, now)))))
        .orElse(target.map(Span::target));
  }

  /** How long that takes if it begins on the worst day of the week. */
  private Duration atMost(Duration work, Instant now) {
    return IntStream.range(0, DayOfWeek.values().length)
        .mapToObj(Duration::ofDays)
        .map(now::plus)
        .map(begin -> Duration.between(begin, days.after(begin, work)))
        .reduce(Duration.ZERO, WaitingTime::longer);
  }

  /**
   * By when the staff answer a request that lies before them; empty when there is no telling, and
   * when that moment has passed. Weekends, and all those that wait longer, count; the day that it
   * falls on is theirs to its end.
   */
  public synchronized Optional<Span> by(Ticket ticket, Instant now) {
    ReviewTimes all = times(Optional.empty(), now);
    Duration queue = all.queue(ticket.stateSince());
    Optional<Instant> usual =
        times(ticket.dialogue().level(), now)
            .usual()
            .map(work -> days.after(ticket.stateSince(), longer(work, queue)));
    return usual
        .or(() -> target.map(ticket.stateSince()::plus))
        .map(days::endOfDay)
        .filter(by -> by.isAfter(now))
        .map(by -> Span.by(by, usual.isPresent()));
  }

  /** How the staff answered lately, by level; all together under the empty one. */
  public synchronized Map<Optional<String>, Lately> lately(Instant now) {
    Map<Optional<String>, Lately> lately = new LinkedHashMap<>();
    lately.put(Optional.empty(), lately(times(Optional.empty(), now)));
    times.keySet().stream()
        .flatMap(Optional::stream)
        .sorted()
        .map(Optional::of)
        .forEach(level -> lately.put(level, lately(times(level, now))));
    return lately;
  }

  private static Lately lately(ReviewTimes times) {
    return new Lately(times.answered(), times.median(), times.usual());
  }

  private ReviewTimes times(Optional<String> level, Instant now) {
    refresh(now);
    return times.getOrDefault(level, ReviewTimes.NONE);
  }

  private static Duration wholeDays(Duration time) {
    return Duration.ofDays(time.plusDays(1).minusNanos(1).toDays());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void refresh(Instant now) {
    if (!asked.equals(Instant.MIN) && now.isBefore(asked.plus(FRESH)) && !now.isBefore(asked)) {
      return;
    }
    times = ReviewTimes.byLevel(figures.reviews(now.minus(LATELY)), days, now);
    asked = now;
  }
}
