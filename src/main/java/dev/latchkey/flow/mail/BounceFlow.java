package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.LostCodes;
import dev.latchkey.flow.proving.LostNotices;
import dev.latchkey.store.SentMail;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReturnAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A bounce: it counts only when it carries the signed number of a mail of ours. Where that is its
 * Message-ID, which whoever was sent an answer to it can read, it is noted, and stops as any sign
 * does; no code ends by it.
 */
public final class BounceFlow implements MailFlow<Addressee> {
  private final ReturnAddress returnAddress;
  private final MessageIds messageIds;
  private final LostCodes codes;
  private final LostNotices lost;

  public BounceFlow(
      ReturnAddress returnAddress, MessageIds messageIds, LostCodes codes, LostNotices lost) {
    this.lost = lost;
    this.codes = codes;
    this.returnAddress = returnAddress;
    this.messageIds = messageIds;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee from) {
    OptionalLong number = returnAddress.outboxIdIn(mail.mail());
    boolean signed = number.isPresent();
    Optional<Bounce> bounce = mail.triaged().kind().bounce();
    if (!signed) {
      number =
          bounce
              .flatMap(Bounce::originalMessageId)
              .map(messageIds::outboxIdIn)
              .orElse(OptionalLong.empty());
    }
    Optional<SentMail> sent =
        number.isEmpty() ? Optional.empty() : context.work().outbox().find(number.getAsLong());
    Optional<Ticket> ticket =
        sent.flatMap(SentMail::ticketId).flatMap(context.work().tickets()::find);
    if (ticket.isEmpty()) {
      return Result.without(Outcome.BOUNCE_IGNORED, "it names no mail of ours");
    }
    MailKind kind = mail.triaged().kind().kind();
    if (kind != MailKind.BOUNCE_PERMANENT && kind != MailKind.BOUNCE_TEMPORARY) {
      return Result.of(Outcome.BOUNCE_IGNORED, ticket.get(), "nothing was given up: " + kind);
    }
    String why = bounce.flatMap(Bounce::status).orElse("");
    String detail =
        new Detail.NotArrived(
                sent.get().letter().name(), sent.get().recipient().toString(), true, why)
            .text();
    Ticket changed =
        context.apply(
            ticket.get(),
            TicketEvent.NOTICE_BOUNCED,
            new Cause(
                Actor.DESK,
                signed ? "signed return" : "number of the mail",
                OptionalLong.of(mail.id()),
                detail));
    lost.tell(context, changed, sent.get().letter(), sent.get().recipient(), why);
    if (signed && sent.get().letter().equals(LostCodes.CODE) && kind == MailKind.BOUNCE_PERMANENT) {
      changed = codes.lost(context, changed, sent.get().recipient());
    }
    return Result.of(Outcome.BOUNCE_RECORDED, changed, detail);
  }
}
