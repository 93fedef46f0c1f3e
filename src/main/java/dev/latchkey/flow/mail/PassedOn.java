package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.WrittenLetter;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.flow.reply.MailboxWords;
import dev.latchkey.flow.reply.StatusQuestion;
import dev.latchkey.flow.reply.Written;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a requester wrote, and the desk has no answer to, is mailed to the staff at once. A question
 * goes to the one who looks after the ticket, and what follows a REPLY to the one who wrote it.
 * While a reset is approved anything that was not understood goes to all of them, for it may be a
 * doubt in words that nobody thought of: it holds nothing up, since most of it is none and a hold
 * costs an honest person their approval, but a person sees it in time. How many such letters one
 * writer causes the budgets say; what is over them stands in the digest, as do all words that went
 * to one person only.
 */
final class PassedOn {
  private static final LetterKind IS_IT_OVER = LetterKind.of(RequesterLetter.IsItOver.class);
  private static final Set<LetterKind> WHO_WRITES =
      Set.of(
          LetterKind.of(RequesterLetter.AskedForAnother.class),
          LetterKind.of(RequesterLetter.ForAnother.class));

  private final Letters letters;
  private final Rota rota;

  PassedOn(Letters letters, Rota rota) {
    this.letters = letters;
    this.rota = rota;
  }

  /**
   * Mails it, unless the staff read it anyway; whether they were mailed.
   *
   * @param promised its writer read that a person reads it
   */
  boolean pass(FlowContext context, Ticket ticket, Incoming mail, boolean promised) {
    boolean approved = ticket.state().approved();
    boolean open = !ticket.inquiry() && !ticket.state().closed();
    Optional<EmailAddress> replied = replied(context, ticket, mail);
    boolean tells =
        approved
            || replied.isPresent()
            || promised
            || answersWhoWrites(context, ticket, mail)
            || StatusQuestion.asks(mail)
            || MailboxWords.tell(mail)
            || movesAddress(context, ticket, mail);
    boolean answered =
        StatusQuestion.onlyAsksHowItGoes(mail) && (!promised || mail.triaged().intent().sure());
    if (!open || !tells || answered || areMailed(context, ticket)) {
      return false;
    }
    WorkLetter.RequesterAsks letter =
        new WorkLetter.RequesterAsks(
            ticket.requester(),
            new Text(CaseMessages.withoutCodes(Written.words(mail))),
            ticket.state(),
            approved,
            ticket.state() == TicketState.EXECUTING,
            replied.isPresent(),
            replied.map(EmailAddress::toString).orElse(""),
            lastReads(context, ticket, IS_IT_OVER));
    if (approved) {
      letters.toAllStaff(context, ticket, letter, Written.key(mail));
    } else {
      letters.toStaff(
          context, ticket, readers(context, ticket, replied), letter, Written.key(mail));
      // Who got it may be away: the others have it in the digest.
      context.work().messages().missed(mail.id());
    }
    return true;
  }

  /** Former addresses are among the answers that are asked for first. */
  private static boolean movesAddress(FlowContext context, Ticket ticket, Incoming mail) {
    return ticket.state() != TicketState.NEEDS_DETAILS && MailboxWords.tell(context, ticket, mail);
  }

  /**
   * Whether the last that they had from us is that they write for somebody else, and who is to
   * answer if that is wrong: whatever they write to it, in any language, tells who they are.
   */
  private static boolean answersWhoWrites(FlowContext context, Ticket ticket, Incoming mail) {
    return !mail.saysNothingNew()
        && context.work().outbox().ofTicket(ticket.id()).stream()
            .filter(sent -> sent.letter().toRequester())
            .reduce((earlier, later) -> later)
            .filter(last -> WHO_WRITES.contains(last.letter()))
            .isPresent();
  }

  /**
   * Whether a letter of that kind is the last that they have from us, one of this look included.
   */
  private static boolean lastReads(FlowContext context, Ticket ticket, LetterKind kind) {
    return context.written(ticket.id()).stream()
        .map(WrittenLetter::letter)
        .filter(LetterKind::toRequester)
        .reduce((earlier, later) -> later)
        .filter(kind::equals)
        .isPresent();
  }

  private List<EmailAddress> readers(
      FlowContext context, Ticket ticket, Optional<EmailAddress> replied) {
    return replied
        .map(member -> rota.ofReply(context, ticket, member))
        .orElseGet(() -> rota.ofInquiry(context, ticket));
  }

  /**
   * Who of the staff wrote to the requester by REPLY, as long as no other of the staff did anything
   * with the ticket since: they wait for what comes back.
   */
  private static Optional<EmailAddress> replied(FlowContext context, Ticket ticket, Incoming mail) {
    if (mail.saysNothingNew()) {
      return Optional.empty();
    }
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.cause().actor().kind() == Actor.Kind.STAFF)
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.event() == TicketEvent.REPLIED)
        .filter(entry -> entry.says(Detail.ToOwner.class).isEmpty())
        .flatMap(entry -> entry.cause().actor().address());
  }

  /** Whether they get it anyway; a case that begins with this mail is written when it has ended. */
  private static boolean areMailed(FlowContext context, Ticket ticket) {
    boolean begins =
        ticket.state() == TicketState.IN_REVIEW && !ticket.stateSince().isBefore(context.now());
    return begins || context.writesToStaff();
  }
}
