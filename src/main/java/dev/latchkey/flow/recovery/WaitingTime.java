package dev.latchkey.flow.recovery;

import dev.latchkey.letter.Span;
import dev.latchkey.store.DeskFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long the queue is and how long decisions take. The figures are asked for once in 30 seconds,
 * however many mails come, and counted on in between; a place in a queue is never exact.
 */
public final class WaitingTime {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int DECISIONS = 200;

  /** Below this, a span would be chance. */
  private static final int FEWEST = 5;

  private final DeskFigures figures;
  private Instant asked = Instant.MIN;
  private int length;
  private Optional<Span> span = Optional.empty();

  public WaitingTime(DeskFigures figures) {
    this.figures = figures;
  }

  /** The place of a ticket that is opened now, from 1. */
  public synchronized int placeOfNew(Instant now) {
    refresh(now);
    length++;
    return length;
  }

  /** Where a ticket that is under way stands, as far as is known: not behind the end. */
  public synchronized int length(Instant now) {
    refresh(now);
    return Math.max(1, length);
  }

  /** The span in which tickets were decided lately; empty when there is no telling. */
  public synchronized Optional<Span> span(Instant now) {
    refresh(now);
    return span;
  }

  private void refresh(Instant now) {
    if (!asked.equals(Instant.MIN) && now.isBefore(asked.plus(FRESH)) && !now.isBefore(asked)) {
      return;
    }
    length = Math.toIntExact(figures.countUndecided());
    List<Duration> decisions = figures.lastDecisions(DECISIONS).stream().sorted().toList();
    span =
        decisions.size() < FEWEST
            ? Optional.empty()
            : Optional.of(
                new Span(
                    decisions.get(decisions.size() / 2),
                    decisions.get((int) Math.ceil(decisions.size() * 0.9) - 1)));
    asked = now;
  }
}
