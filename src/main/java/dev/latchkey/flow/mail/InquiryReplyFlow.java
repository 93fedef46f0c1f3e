package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.reply.InquiryFlow;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.EnumSet;
import java.util.Set;

/** A further mail in the thread of an inquiry, from whoever began it. */
public final class InquiryReplyFlow implements MailFlow<Addressee.Claimant> {
  private static final Set<Intent> GOES_ON =
      EnumSet.of(Intent.THANKS, Intent.STATUS, Intent.MORE_TIME);

  private final DeskSettings settings;
  private final Letters letters;
  private final MailFlow<Addressee.Stranger> requests;
  private final InquiryFlow inquiries;

  public InquiryReplyFlow(
      DeskSettings settings,
      Letters letters,
      MailFlow<Addressee.Stranger> requests,
      InquiryFlow inquiries) {
    this.settings = settings;
    this.letters = letters;
    this.requests = requests;
    this.inquiries = inquiries;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant from) {
    Ticket ticket = context.work().tickets().load(from.ticketId());
    if (asksForARecovery(mail)) {
      return requests.run(context, mail, new Addressee.Stranger());
    }
    if (mail.onlyThanks() && mail.unreadable().isEmpty()) {
      Ticket kept = inquiries.add(context, ticket, mail);
      return Result.of(Outcome.KEPT_WITH_TICKET, kept, "nothing but thanks");
    }
    boolean proved =
        from.way() == Addressee.Way.REPLY || mail.trust().level() == SenderTrust.Level.ALIGNED;
    if (proved
        && ticket.state() == TicketState.INQUIRY
        && mail.triaged().intent().over()
        && mail.triaged().intent().sure()) {
      return withdraw(context, ticket, mail);
    }
    return settings.closedLong(ticket, context.now())
        ? inquiries.run(context, mail, new Addressee.Stranger())
        : inquiries.further(context, ticket, mail);
  }

  /**
   * Whether it begins a recovery. Who thanks us, waits or asks how it goes, and names neither an
   * account nor what happened, goes on with what they asked: models hear "no hurry" as haste.
   */
  private static boolean asksForARecovery(Incoming mail) {
    RequestReading request = mail.triaged().request();
    return request.recovery()
        && (request.username().isPresent()
            || !request.reasons().isEmpty()
            || !GOES_ON.contains(mail.triaged().intent().intent()));
  }

  private Result withdraw(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket withdrawn =
        context.apply(
            ticket,
            TicketEvent.WITHDRAWN,
            Causes.requester(mail, mail.sender().orElse(ticket.requester()), ""));
    letters.toRequester(
        context, withdrawn, RequesterLetter.Withdrawn.asWished(), "mail " + mail.id());
    return Result.of(Outcome.WITHDRAWN, withdrawn, "the writer says it is over");
  }
}
