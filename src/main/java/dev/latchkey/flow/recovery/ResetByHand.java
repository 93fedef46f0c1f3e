package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.ResetReports;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;

/** A reset that people, and no account system, reported as done. */
public final class ResetByHand {
  private ResetByHand() {}

  /**
   * Whether people, and no account system, said last that it was done, and it is that report by
   * which the ticket is closed, or was until somebody wrote.
   */
  public static boolean wasReportedDone(FlowContext context, Ticket ticket) {
    List<HistoryEntry> history = context.work().tickets().history(ticket.id());
    ResetReports reports = ResetReports.of(history);
    return !reports.isOrdered()
        && reports
            .last()
            .filter(entry -> entry.cause().actor().kind() != Actor.Kind.DESK)
            .filter(entry -> history.stream().noneMatch(it -> closesAnew(it, entry)))
            .isPresent();
  }

  /** Whether {@code entry} closed the ticket as recovered in another way after {@code report}. */
  private static boolean closesAnew(HistoryEntry entry, HistoryEntry report) {
    return entry.to() == TicketState.RECOVERED
        && entry.from() != entry.to()
        && entry.event() != TicketEvent.EXECUTED
        && entry.sequence() > report.sequence();
  }
}
