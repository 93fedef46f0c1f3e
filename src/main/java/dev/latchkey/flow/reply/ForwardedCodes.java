package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.Optional;

/**
 * A requester who sends on the letter with the code of another address of theirs, in place of
 * answering it from there. It proves nothing and objects to nothing; they are told where it counts.
 */
public final class ForwardedCodes {
  private final CodeReader reader = new CodeReader();
  private final Letters letters;

  public ForwardedCodes(Letters letters) {
    this.letters = letters;
  }

  /** What becomes of a mail of a requester that holds such a letter; empty when it holds none. */
  public Optional<Result> run(FlowContext context, Ticket ticket, Incoming mail) {
    return holds(context, ticket, mail)
        ? Optional.of(tell(context, ticket, mail))
        : Optional.empty();
  }

  private boolean holds(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.writtenByPerson()
        && ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
        && reader.read(mail.mail().text().asString()).stream()
            .map(HashValue::of)
            .flatMap(code -> context.work().tokens().findByCode(code).stream())
            .anyMatch(token -> isOthers(ticket, token, mail));
  }

  private static boolean isOthers(Ticket ticket, IssuedToken token, Incoming mail) {
    EmailAddress requester = ticket.requester();
    return token.ticketId() == ticket.id()
        && token.purpose() == TokenPurpose.PROVE
        && token.usedAt().isEmpty()
        && mail.sender().filter(requester::equals).isPresent()
        && !token.recipient().equals(requester);
  }

  private Result tell(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    if (mail.triaged().kind().mayAnswer()) {
      tell(context, kept, mail, false);
    }
    return Result.of(Outcome.CODE_REFUSED, kept, "the code of another address, sent on");
  }

  /**
   * Tells a requester that the code of another address counts only from there.
   *
   * @param spent it counts no more even so
   */
  void tell(FlowContext context, Ticket ticket, Incoming mail, boolean spent) {
    letters.toRequester(
        context, ticket, new EvidenceLetter.CodeElsewhere(spent, false, false), Written.key(mail));
  }

  /**
   * Tells a requester at a registered address that somebody else sent a code of their account. One
   * at another address would learn from it that the account has addresses, so they read nothing.
   */
  void tellOfOther(FlowContext context, Ticket ticket, EmailAddress coded, Incoming mail) {
    boolean registered =
        context.account(ticket).filter(it -> it.registers(ticket.requester())).isPresent();
    if (registered && !ticket.requester().equals(coded)) {
      letters.toRequester(
          context, ticket, new EvidenceLetter.CodeElsewhere(true, false, true), Written.key(mail));
    }
  }

  /** Tells them so of a code that they typed beside the right one of their own address. */
  public boolean besideOwn(FlowContext context, Ticket ticket, Incoming mail) {
    boolean two =
        mail.codes().stream()
            .filter(mail::typed)
            .flatMap(code -> context.work().tokens().findByCode(code).stream())
            .anyMatch(token -> isOthers(ticket, token, mail));
    if (two) {
      letters.toRequester(
          context, ticket, new EvidenceLetter.CodeElsewhere(false, true, false), Written.key(mail));
    }
    return two;
  }
}
