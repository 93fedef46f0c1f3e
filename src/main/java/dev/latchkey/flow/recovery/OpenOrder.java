package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
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
