package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * While the staff must act, the requester hears that they are not forgotten, unless a letter to
 * them still waits. The staff have the digest.
 */
final class SignOfLife implements DueStep {
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final WaitingTime waiting;

  SignOfLife(CourtesySchedule courtesy, Letters letters, WaitingTime waiting) {
    this.courtesy = courtesy;
    this.letters = letters;
    this.waiting = waiting;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Ticket kept =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.SIGN_OF_LIFE.name()));
    kept = context.keep(courtesy.after(kept, FollowUp.SIGN_OF_LIFE, context.now()));
    String key = "version " + kept.version();
    if (!Deliveries.toRequester(context, kept).waiting()) {
      letters.toRequester(
          context,
          kept,
          new RequesterLetter.SignOfLife(
              waiting.length(context.now()), waiting.span(context.now())),
          key);
    }
  }
}
