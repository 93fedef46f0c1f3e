package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Inquiries;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * A further mail of a requester that nobody can read: it changes nothing, and they are told how to
 * send it so that it counts.
 */
public final class UnreadableReplyFlow implements MailFlow<Addressee.Claimant> {
  private final Inquiries inquiries;

  public UnreadableReplyFlow(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant from) {
    Ticket ticket = context.work().tickets().load(from.ticketId());
    Ticket kept =
        context.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.requester(mail, mail.sender().orElse(ticket.requester()), "unreadable"));
    inquiries.answer(context, kept, mail, mail.unreadable());
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "nobody can read it");
  }
}
