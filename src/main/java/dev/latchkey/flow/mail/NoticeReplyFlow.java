package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.request.ObjectionReader;
import dev.latchkey.trust.secret.IssuedToken;

/** A cancel code from anywhere, or a reply to a notice. */
public final class NoticeReplyFlow implements MailFlow<Addressee.Owner> {
  private final ObjectionReader objections = new ObjectionReader();
  private final StopRecovery stopping;
  private final Letters letters;

  public NoticeReplyFlow(StopRecovery stopping, Letters letters) {
    this.stopping = stopping;
    this.letters = letters;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Owner from) {
    IssuedToken token = from.token();
    Ticket ticket = context.work().tickets().load(token.ticketId());
    if (token.codeHash().filter(mail.codes()::contains).isPresent()) {
      return stopping.object(context, ticket, token.recipient(), mail, "cancel code");
    }
    if (objections.objects(mail.triaged().reply().generous())) {
      return stopping.object(context, ticket, token.recipient(), mail, "reply token");
    }
    Ticket kept =
        context.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.of(
                mail,
                Causes.owner(token.recipient()),
                mail.authentication(),
                mail.triaged().reply().generous().lines().limit(40).toList().toString()));
    letters.toAllStaff(
        context,
        kept,
        new StaffLetter.OwnerAnswered(
            token.recipient(),
            new Text(mail.triaged().reply().generous()),
            kept.state(),
            kept.accepts(TicketEvent.HELD)),
        "mail " + mail.id());
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "a reply to a notice that does not object");
  }
}
