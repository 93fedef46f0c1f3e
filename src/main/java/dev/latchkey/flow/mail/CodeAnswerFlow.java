package dev.latchkey.flow.mail;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.request.ObjectionReader;
import dev.latchkey.triage.request.Wish;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.IssuedToken.Tried;
import java.util.Optional;

/** An answer to a mail that carried a code to a registered address. */
public final class CodeAnswerFlow implements MailFlow<Addressee.Owner> {
  private final ObjectionReader objections = new ObjectionReader();
  private final Proving proving;
  private final StopRecovery stopping;
  private final Letters letters;
  private final TokenIssuer issuer;

  public CodeAnswerFlow(
      Proving proving, StopRecovery stopping, Letters letters, TokenIssuer issuer) {
    this.proving = proving;
    this.stopping = stopping;
    this.letters = letters;
    this.issuer = issuer;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Owner from) {
    IssuedToken token = from.token();
    Ticket ticket = context.work().tickets().load(token.ticketId());
    Optional<EmailAddress> sender = mail.sender();
    if (!token.codeHash().filter(mail.codes()::contains).isPresent()
        && objections.objects(mail.triaged().reply().generous())) {
      return stopping.object(context, ticket, token.recipient(), mail, "reply token");
    }
    boolean theirs = sender.filter(token.recipient()::equals).isPresent();
    if (theirs
        && mail.codes().stream().noneMatch(code -> token.codeHash().filter(code::equals).isPresent())
        && mail.triaged().intent().wishes().contains(Wish.NEW_CODE)
        && ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      return renew(context, ticket, token, mail);
    }
    Tried tried = token.tried(mail.codes()::contains, context.now());
    switch (tried.verdict()) {
      case USED -> {
        return refuse(context, ticket, token, mail, "the code was used before");
      }
      case EXPIRED -> {
        return refuse(context, ticket, token, mail, "the code has expired");
      }
      case EXHAUSTED -> {
        return refuse(context, ticket, token, mail, "too many wrong codes");
      }
      case WRONG -> {
        context.work().tokens().save(tried.next());
        return refuse(context, ticket, token, mail, "not the code that was sent");
      }
      case RIGHT -> {}
    }
    if (sender.filter(token.recipient()::equals).isEmpty()) {
      context
          .work()
          .proofs()
          .add(
              ticket.id(),
              new Warning(
                  Warning.Kind.CODE_FROM_ELSEWHERE,
                  sender.map(EmailAddress::toString).orElse(""),
                  context.now()));
      return refuse(
          context, ticket, token, mail, "answered from another address than it was sent to");
    }
    if (!ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      return refuse(context, ticket, token, mail, "the ticket is " + ticket.state());
    }
    context.work().tokens().save(tried.next());
    Ticket proved = proving.recordCode(context, ticket, token.recipient(), mail);
    proved = proving.completeIfPossible(context, proved);
    return Result.of(Outcome.CODE_ACCEPTED, proved, "");
  }

  /** They asked for another code; it goes to the address that the first one was sent to. */
  private Result renew(FlowContext context, Ticket ticket, IssuedToken token, Incoming mail) {
    Ticket kept =
        context.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.of(
                mail,
                Causes.owner(token.recipient()),
                mail.authentication(),
                "asks for another code"));
    proving.sendCode(context, kept, token.recipient());
    return Result.of(Outcome.CODE_RENEWED, kept, "asked for another code");
  }

  /** Says so to the address that the code was sent to, and to nobody else. */
  private Result refuse(
      FlowContext context, Ticket ticket, IssuedToken token, Incoming mail, String reason) {
    Ticket kept = ticket;
    if (ticket.accepts(TicketEvent.CODE_REFUSED)) {
      kept =
          context.apply(
              ticket,
              TicketEvent.CODE_REFUSED,
              Causes.of(mail, Causes.owner(token.recipient()), mail.authentication(), reason));
    }
    if (mail.sender().filter(token.recipient()::equals).isPresent()
        && mail.triaged().kind().mayAnswer()) {
      letters.toOwner(
          context,
          kept,
          issuer.objection(context, kept, token.recipient()),
          new OwnerLetter.CodeRefused(context.account(kept).map(Account::name).orElse("")),
          "mail " + mail.id());
    }
    return Result.of(Outcome.CODE_REFUSED, kept, reason);
  }
}
