package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.TokenPurpose;

/**
 * A reset that staff were asked to carry out, and of which nobody has said yet what came of it:
 * whatever became of the ticket meanwhile, it may be done.
 */
public final class OpenOrder {
  private OpenOrder() {}

  /** Whether people, and no account system, said last that it was done. */
  public static boolean wasReportedDone(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.RECOVERED
        && context.work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.to() == TicketState.RECOVERED && entry.from() != entry.to())
            .reduce((earlier, later) -> later)
            .filter(entry -> entry.event() == TicketEvent.EXECUTED)
            .filter(entry -> entry.cause().actor().kind() != Actor.Kind.DESK)
            .isPresent();
  }

  /** Whether there is one. */
  public static boolean isOut(FlowContext context, Ticket ticket) {
    boolean asked =
        context.work().tokens().ofTicket(ticket.id()).stream()
            .anyMatch(token -> token.purpose() == TokenPurpose.TASK);
    boolean out = false;
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      if (entry.to() == TicketState.EXECUTING && entry.from() != TicketState.EXECUTING) {
        out = true;
      } else if (entry.event() == TicketEvent.EXECUTED
          || entry.event() == TicketEvent.EXECUTION_FAILED) {
        out = false;
      }
    }
    return asked && out;
  }
}
