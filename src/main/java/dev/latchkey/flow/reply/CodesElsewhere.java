package dev.latchkey.flow.reply;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.CodeRefusal;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.Optional;

/**
 * A right code that comes from another address than it was sent to: whoever wrote has read the
 * owner's letter, so it is burned. The address that it went to hears of that, so does a requester
 * at another registered one, and whoever wrote hears where a code counts and nothing of the
 * account. What stands beside it a person reads.
 */
public final class CodesElsewhere {
  private final Letters letters;
  private final TokenIssuer issuer;
  private final ForwardedCodes forwarded;

  public CodesElsewhere(Letters letters, TokenIssuer issuer, ForwardedCodes forwarded) {
    this.letters = letters;
    this.issuer = issuer;
    this.forwarded = forwarded;
  }

  /**
   * Refuses it.
   *
   * @param ticket what it would have counted for
   * @param used the code, as it is once it was used
   */
  public Result refuse(FlowContext context, Ticket ticket, IssuedToken used, Incoming mail) {
    EmailAddress owner = used.recipient();
    Optional<EmailAddress> sender = mail.sender();
    // One that failed authentication says nothing.
    if (sender.isPresent()) {
      context.work().tokens().save(used);
    }
    mail.codeFromElsewhere(owner)
        .ifPresent(from -> context.warn(ticket, Warning.Kind.CODE_FROM_ELSEWHERE, from));
    if (!CodeWords.beside(mail).isEmpty()) {
      context.work().messages().untold(mail.id());
    }
    Ticket kept =
        ticket.accepts(TicketEvent.CODE_REFUSED)
            ? context.apply(
                ticket,
                TicketEvent.CODE_REFUSED,
                // Who sends an owner's code from elsewhere is not that owner.
                Causes.of(mail, Actor.DESK, mail.authentication(), CodeRefusal.ELSEWHERE.name()))
            : ticket;
    if (sender.isPresent() && kept.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      tell(context, kept, owner, sender.get(), mail);
    }
    return Result.of(Outcome.CODE_REFUSED, kept, "code: " + CodeRefusal.ELSEWHERE);
  }

  private void tell(
      FlowContext context, Ticket ticket, EmailAddress owner, EmailAddress sender, Incoming mail) {
    letters.toOwner(
        context,
        ticket,
        issuer.objection(context, ticket, owner),
        new OwnerLetter.CodeRefused(
            context.nameOnRecord(ticket),
            CodeRefusal.ELSEWHERE,
            true,
            true,
            false,
            context.work().tickets().wasCarriedOut(ticket.id())),
        Written.key(mail));
    if (sender.equals(ticket.requester())) {
      if (mail.triaged().kind().mayAnswer()) {
        forwarded.tell(context, ticket, mail, true);
      }
    } else if (mail.mayBeAnswered(false)) {
      letters.toOwner(
          context,
          ticket,
          issuer.objection(context, ticket, owner).readBy(sender),
          new OwnerLetter.CodeNotFromHere(),
          Written.key(mail));
    }
    if (!sender.equals(ticket.requester())) {
      forwarded.tellOfOther(context, ticket, owner, mail);
    }
  }
}
