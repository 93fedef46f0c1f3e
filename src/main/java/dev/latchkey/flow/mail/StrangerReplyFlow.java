package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.reply.InquiryFlow;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * A reply to a requester's thread from another address: perhaps theirs, perhaps not. It changes
 * nothing there. Its writer hears what whoever names a reference from elsewhere hears, and a person
 * answers them: it is an inquiry, which the history of the request names. What cannot be answered
 * is kept with the request for the staff.
 */
public final class StrangerReplyFlow implements MailFlow<Addressee.Claimant> {
  private final DeskSettings settings;
  private final InquiryFlow inquiries;

  public StrangerReplyFlow(DeskSettings settings, InquiryFlow inquiries) {
    this.settings = settings;
    this.inquiries = inquiries;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant claimant) {
    Ticket ticket = context.work().tickets().load(claimant.ticketId());
    boolean answers =
        mail.sender().isPresent()
            && mail.writtenByPerson()
            && !mail.saysNothingNew()
            && mail.mayBeAnswered(settings.answerUnproved());
    if (!answers) {
      return Result.of(
          Outcome.KEPT_WITH_TICKET,
          note(context, ticket, mail, ""),
          "not from the requester's address");
    }
    Result inquiry = inquiries.run(context, mail, new Addressee.Stranger());
    String reference =
        inquiry
            .ticketId()
            .map(id -> ": " + context.work().tickets().load(id).reference())
            .orElse("");
    note(context, context.work().tickets().load(ticket.id()), mail, reference);
    return inquiry;
  }

  private static Ticket note(FlowContext context, Ticket ticket, Incoming mail, String inquiry) {
    String from = mail.sender().map(EmailAddress::toString).orElse("unproved");
    return context.apply(
        ticket,
        TicketEvent.MAIL_ADDED,
        Causes.of(
            mail,
            new Actor(Actor.Kind.REQUESTER, from),
            mail.authentication(),
            "came from another address than the requester's" + inquiry));
  }
}
