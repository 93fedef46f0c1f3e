package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.TokenPurpose;

/** Whether codes were ever due for a request, whoever was there to get them. */
final class CodesDue {
  private CodesDue() {}

  /**
   * Whether codes went out for it, if its account exists: it waited for proofs once. That none went
   * out because there is no such account is nobody's to know.
   */
  static boolean before(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
            .anyMatch(entry -> entry.to() == TicketState.PROVING)
        || context.work().tokens().ofTicket(ticket.id()).stream()
            .anyMatch(token -> token.purpose() == TokenPurpose.PROVE);
  }
}
