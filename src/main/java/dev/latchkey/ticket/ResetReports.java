package dev.latchkey.ticket;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a history says of resets that were carried out. One that failed after it was ordered was
 * none; a failure that is told when nothing is ordered takes the last report back.
 */
public final class ResetReports {
  private final Deque<HistoryEntry> standing = new ArrayDeque<>();
  private boolean ordered;
  private boolean lastIsDone;

  /** Of a history, oldest first. */
  public static ResetReports of(List<HistoryEntry> history) {
    ResetReports reports = new ResetReports();
    history.forEach(reports::add);
    return reports;
  }

  /** One entry more. */
  public void add(HistoryEntry entry) {
    if (entry.to() == TicketState.EXECUTING && entry.from() != TicketState.EXECUTING) {
      ordered = true;
      lastIsDone = false;
    } else if (entry.event() == TicketEvent.EXECUTED
        || entry.says(Detail.DoneDespite.class).isPresent()) {
      ordered = false;
      lastIsDone = true;
      standing.add(entry);
    } else if (entry.event() == TicketEvent.EXECUTION_FAILED) {
      if (takesBack(entry)) {
        standing.removeLast();
      }
      ordered = false;
      lastIsDone = false;
    }
  }

  /** Whether the next entry says of a reset that was reported as done that it was not. */
  public boolean takesBack(HistoryEntry next) {
    return next.event() == TicketEvent.EXECUTION_FAILED && !ordered && !standing.isEmpty();
  }

  /** Whether a reset is ordered of which nobody said yet what came of it. */
  public boolean isOrdered() {
    return ordered;
  }

  /** Whether it is reported that the reset was carried out that was ordered last. */
  public boolean saysOfTheLast() {
    return lastIsDone;
  }

  /** The last that says that a reset was carried out, and was not taken back. */
  public Optional<HistoryEntry> last() {
    return Optional.ofNullable(standing.peekLast());
  }

  /** When that was. */
  public Optional<Instant> doneAt() {
    return last().map(HistoryEntry::at);
  }
}
