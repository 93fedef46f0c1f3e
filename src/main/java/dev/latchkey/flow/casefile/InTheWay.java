package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.Transitions;
import java.util.Optional;

/**
 * What keeps a ticket from going on: another one of its account leads, and an account has one
 * active recovery. No letter offers what it refuses.
 */
public final class InTheWay {
  private InTheWay() {}

  /** Which ticket has to be decided first, so that RESUME is possible. */
  public static Optional<Reference> ofResume(FlowContext context, Ticket ticket) {
    return KeptStops.wait(context, ticket)
        ? LeadingClaim.taken(context, ticket)
        : of(context, ticket, TicketEvent.RESUMED);
  }

  /** Which ticket is active where this event would make another one active. */
  public static Optional<Reference> of(FlowContext context, Ticket ticket, TicketEvent event) {
    boolean begins =
        !ticket.state().active()
            && Transitions.next(ticket.state(), event).filter(TicketState::active).isPresent();
    return begins
        ? LeadingClaim.others(context, ticket).stream()
            .filter(other -> other.state().active())
            .map(Ticket::reference)
            .findFirst()
        : Optional.empty();
  }
}
