package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.CaseDetails;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;

/**
 * What a requester wrote, and the desk has no answer to, is mailed to the staff at once. A question
 * goes to the one who looks after the ticket. While a reset is approved anything that was not
 * understood goes to all of them, for it may be a doubt in words that nobody thought of: it holds
 * nothing up, since most of it is none and a hold costs an honest person their approval, but a
 * person sees it in time. How many such letters one writer causes the budgets say; what is over
 * them stands in the digest, as do all words that went to one person only.
 */
final class PassedOn {
  private final Letters letters;
  private final Rota rota;

  PassedOn(Letters letters, Rota rota) {
    this.letters = letters;
    this.rota = rota;
  }

  /** Mails it, unless the staff read it anyway; whether they were mailed. */
  boolean pass(FlowContext context, Ticket ticket, Incoming mail) {
    boolean approved = ticket.state().approved();
    boolean open = !ticket.inquiry() && !ticket.state().closed();
    boolean tells = approved || StatusQuestion.asks(mail);
    if (!open || !tells || StatusQuestion.onlyAsksHowItGoes(mail) || areMailed(context, ticket)) {
      return false;
    }
    WorkLetter.RequesterAsks letter =
        new WorkLetter.RequesterAsks(
            ticket.requester(),
            new Text(CaseDetails.withoutCodes(Written.words(mail))),
            ticket.state(),
            approved,
            ticket.state() == TicketState.EXECUTING);
    if (approved) {
      letters.toAllStaff(context, ticket, letter, Written.key(mail));
    } else {
      letters.toStaff(context, ticket, rota.ofInquiry(context, ticket), letter, Written.key(mail));
      // Who got it may be away: the others have it in the digest.
      context.work().messages().missed(mail.id());
    }
    return true;
  }

  /** Whether they get it anyway; a case that begins with this mail is written when it has ended. */
  private static boolean areMailed(FlowContext context, Ticket ticket) {
    boolean begins =
        ticket.state() == TicketState.IN_REVIEW && !ticket.stateSince().isBefore(context.now());
    return begins || context.writesToStaff();
  }
}
