package dev.latchkey.flow.reply;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.mail.MailPart;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.Duration;

/**
 * A request that came within the hour before, word for word, under another Message-ID: a button
 * that was pressed again, or a program that sends it on and on. It is the same mail and is answered
 * once. One that proves its sender where the first did not is none.
 */
public final class RepeatedRequest {
  private static final Duration WITHIN = Duration.ofHours(1);

  private RepeatedRequest() {}

  public static boolean is(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.triaged().request().recovery()
        && mail.mail().identity().isPresent()
        && mail.mail().parts().stream().noneMatch(MailPart::attachment)
        && !proves(context, ticket, mail)
        && context
            .work()
            .holdsSame(
                ticket.id(),
                mail.claimed().receivedAt().minus(WITHIN),
                mail.mail().identity().orElseThrow().toString(),
                OwnCodes.subject(mail),
                OwnCodes.typed(mail));
  }

  /** A forged mail that came first must not keep the requester's own from counting. */
  private static boolean proves(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.trust().level() == SenderTrust.Level.ALIGNED
        && (isFirstProved(context, ticket) || bringsEvidence(context, ticket));
  }

  private static boolean isFirstProved(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
        .map(HistoryEntry::cause)
        .filter(cause -> cause.actor().kind() == Actor.Kind.REQUESTER)
        .noneMatch(Cause::proved);
  }

  private static boolean bringsEvidence(FlowContext context, Ticket ticket) {
    return context.account(ticket).filter(a -> a.registers(ticket.requester())).isPresent()
        && context.work().proofs().of(ticket.id()).stream()
            .noneMatch(piece -> piece.kind() == EvidenceClass.REGISTERED_SENDER);
  }
}
