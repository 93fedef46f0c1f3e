package dev.latchkey.ticket;

/** An event that cannot happen in the ticket's state; the ticket is unchanged. */
public final class TransitionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TransitionRefusedException(Reference reference, TicketState state, TicketEvent event) {
    super(reference + " is " + state + ", where " + event + " cannot happen");
  }
}
