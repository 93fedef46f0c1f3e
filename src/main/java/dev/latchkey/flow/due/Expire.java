package dev.latchkey.flow.due;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.DeadlineLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;

/** No answer came in time: what was proved goes before the staff, the rest ends. */
final class Expire implements DueStep {
  private final Letters letters;
  private final Review review;
  private final HaltAnswers halts;

  Expire(Letters letters, Review review, HaltAnswers halts) {
    this.halts = halts;
    this.letters = letters;
    this.review = review;
  }

  /** Whether a ticket ends so; what anything was proved for does not. */
  static boolean closes(FlowContext context, Ticket ticket) {
    return ticket.state() != TicketState.PROVING
        || context.work().proofs().of(ticket.id()).isEmpty();
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    if (!closes(context, ticket)) {
      Ticket reviewed =
          context.apply(
              ticket, TicketEvent.EVIDENCE_COMPLETE, Cause.desk("no further proof came in time"));
      review.putBeforeStaffLate(context, reviewed);
      return;
    }
    Ticket expired = context.apply(ticket, TicketEvent.EXPIRED, Cause.desk("no answer in time"));
    halts.ended(context, ticket, expired);
    letters.toRequester(
        context,
        expired,
        new DeadlineLetter.Expired(
            ticket.state() == TicketState.NEEDS_DETAILS,
            ticket.state() == TicketState.SELF_SERVICE),
        DueStep.stay(expired));
  }
}
