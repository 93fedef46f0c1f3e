package dev.latchkey.flow.recovery;

import dev.latchkey.letter.Span;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many tickets wait for the staff and within which time they are decided. The figures are asked
 * for once in 30 seconds, however many mails come; a place in a queue is never exact.
 */
public final class WaitingTime {
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** Older decisions say little about today. */
  private static final Duration LATELY = Duration.ofDays(90);

  /** Below this, a span would be chance. */
  private static final int FEWEST = 20;

  private static final double MOST = 0.9;

  private final DeskFigures figures;
  private final Optional<Duration> target;
  private Instant asked = Instant.MIN;
  private List<Long> waiting = List.of();
  private List<DeskFigures.Decision> decisions = List.of();

  /**
   * @param target within which time the operator aims to decide, until enough was decided to tell
   */
  public WaitingTime(DeskFigures figures, Optional<Duration> target) {
    this.figures = figures;
    this.target = target;
  }

  /** How many tickets that wait for the staff are older than {@code ticket}. */
  public synchronized int before(Ticket ticket, Instant now) {
    refresh(now);
    return Math.toIntExact(waiting.stream().filter(id -> id < ticket.id()).count());
  }

  /**
   * Within which time tickets of a level are decided; empty when there is no telling.
   *
   * @param level all of them together when it is not known yet
   */
  public synchronized Optional<Span> span(Optional<String> level, Instant now) {
    refresh(now);
    List<Duration> took =
        decisions.stream()
            .filter(one -> level.isEmpty() || level.equals(one.level()))
            .map(DeskFigures.Decision::took)
            .sorted()
            .toList();
    return took.size() < FEWEST
        ? target.map(aim -> new Span(aim, false))
        : Optional.of(new Span(took.get((int) Math.ceil(took.size() * MOST) - 1), true));
  }

  private void refresh(Instant now) {
    if (!asked.equals(Instant.MIN) && now.isBefore(asked.plus(FRESH)) && !now.isBefore(asked)) {
      return;
    }
    waiting = figures.waitingForStaff();
    decisions = figures.decisions(now.minus(LATELY));
    asked = now;
  }
}
