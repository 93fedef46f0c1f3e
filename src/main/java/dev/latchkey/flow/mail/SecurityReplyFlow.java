package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.reply.Written;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.SentMail;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the security contact writes: an answer to a letter of ours goes to the ticket of that
 * letter, and all staff read it at once. It is nobody's request, whatever it tells of an account.
 */
public final class SecurityReplyFlow {

  private final Optional<EmailAddress> contact;
  private final MessageIds messageIds;
  private final Letters letters;

  /**
   * @param contact the security contact; empty when the desk has none
   */
  public SecurityReplyFlow(Optional<EmailAddress> contact, MessageIds messageIds, Letters letters) {
    this.contact = contact;
    this.messageIds = messageIds;
    this.letters = letters;
  }

  /** Whether a mail says that the security contact wrote it. */
  boolean isContact(Incoming mail) {
    return contact.isPresent() && mail.sender().equals(contact);
  }

  /**
   * Puts it before the staff; empty when nobody proved who wrote it, or it is about no ticket that
   * they were written to about.
   */
  Optional<Result> run(FlowContext context, Incoming mail) {
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    return isContact(mail) && proved && mail.writtenByPerson()
        ? ticket(context, mail).map(ticket -> put(context, ticket, mail))
        : Optional.empty();
  }

  private Result put(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    letters.toAllStaff(
        context,
        kept,
        new SecurityLetter.SecurityAnswered(
            contact.orElseThrow(), new Text(Written.words(mail)), Written.pictures(mail)),
        Written.key(mail));
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "the security contact answered");
  }

  /** Of the letter that it answers, else that it names; one that was merged leads to the other. */
  private Optional<Ticket> ticket(FlowContext context, Incoming mail) {
    Stream<Long> answered =
        mail.mail().answeredIds().stream()
            .map(messageIds::outboxIdIn)
            .flatMapToLong(OptionalLong::stream)
            .mapToObj(context.work().outbox()::find)
            .flatMap(Optional::stream)
            .filter(sent -> contact.filter(sent.recipient()::equals).isPresent())
            .map(SentMail::ticketId)
            .flatMap(Optional::stream);
    Stream<Long> named = Reference.allIn(mail.triaged().mail().subject()).map(Reference::number);
    return Stream.concat(answered, named)
        .flatMap(id -> context.work().tickets().find(id).stream())
        .filter(ticket -> wasTold(context, ticket))
        .findFirst()
        .map(
            ticket ->
                ticket
                    .mergedInto()
                    .flatMap(into -> context.work().tickets().find(into.number()))
                    .orElse(ticket));
  }

  /** Whether a letter about that ticket went to them: else they know nothing of it. */
  private boolean wasTold(FlowContext context, Ticket ticket) {
    return context.written(ticket.id()).stream()
        .anyMatch(
            sent -> contact.map(EmailAddress::toString).equals(Optional.of(sent.recipient())));
  }
}
