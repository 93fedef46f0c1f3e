package dev.latchkey.flow.due;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/** The day that staff parked it until has come: the case lies before them again. */
final class HoldEnds implements DueStep {
  private final Review review;

  HoldEnds(Review review) {
    this.review = review;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Ticket resumed =
        context.apply(ticket, TicketEvent.RESUMED, Cause.desk("the hold was until today"));
    review.sendCase(context, resumed, "round " + resumed.round());
  }
}
