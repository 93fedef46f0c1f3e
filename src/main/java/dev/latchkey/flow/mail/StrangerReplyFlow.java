package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * A reply to a requester's thread from another address: perhaps theirs, perhaps not. It is kept for
 * the staff, changes nothing and is not answered.
 */
public final class StrangerReplyFlow implements MailFlow<Addressee.Claimant> {

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant claimant) {
    Ticket ticket = context.work().tickets().load(claimant.ticketId());
    String from = mail.sender().map(EmailAddress::toString).orElse("unproved");
    Ticket kept =
        context.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.of(
                mail,
                new Actor(Actor.Kind.REQUESTER, from),
                mail.authentication(),
                "came from another address than the requester's"));
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "not from the requester's address");
  }
}
