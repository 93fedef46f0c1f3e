package dev.latchkey.flow.reply;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.DomainWord;
import dev.latchkey.flow.recovery.Inquiries;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Optional;

/**
 * A mail of a person that asks for no recovery: an inquiry of its own, a first answer, and the mail
 * itself before the staff. One person has one open inquiry, however many mails they send.
 */
public final class InquiryFlow implements MailFlow<Addressee.Stranger> {
  private final Denials denials = new Denials();
  private final DomainMails domainMails = new DomainMails();
  private final Inquiries inquiries;
  private final DomainWord domainWord;

  public InquiryFlow(Inquiries inquiries, DomainWord domainWord) {
    this.inquiries = inquiries;
    this.domainWord = domainWord;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Stranger from) {
    EmailAddress writer = mail.sender().orElseThrow();
    List<DomainWord.About> about = domainMails.find(context, mail);
    boolean answers = domainMails.answers(mail) && !about.isEmpty();
    Optional<Ticket> denied = answers ? Optional.empty() : denials.in(context, mail);
    if (denied.isPresent()) {
      return object(context, mail, writer, denied.get());
    }
    Optional<UnreadableBody> unreadable = mail.unreadable();
    Concern concern = concern(mail, unreadable);
    if (concern == Concern.OFFER) {
      return Result.without(Outcome.NOT_A_REQUEST, "an advertisement");
    }
    if (unreadable.isEmpty() && mail.saysNothingNew()) {
      return Result.without(Outcome.NOT_A_REQUEST, "nothing but thanks");
    }
    Optional<Ticket> open = ofWriter(context, writer);
    Result result =
        open.isPresent()
            ? join(context, open.get(), mail, concern, unreadable)
            : open(context, mail, writer, concern, unreadable);
    InOwnersName.note(context, mail, writer);
    // What somebody at the domain of an address says of it stands before all staff at once.
    for (DomainWord.About found : about) {
      Ticket inquiry = context.work().tickets().load(result.ticketId().orElseThrow());
      domainWord.heard(context, found, mail, answers, inquiry);
    }
    return result;
  }

  private static Optional<Ticket> ofWriter(FlowContext context, EmailAddress writer) {
    return context.work().tickets().openOfRequester(writer).stream()
        .filter(Ticket::inquiry)
        .findFirst();
  }

  /** All staff read it at once; the history of the recovery says that somebody objects. */
  private Result object(FlowContext context, Incoming mail, EmailAddress writer, Ticket denied) {
    Ticket ticket =
        ofWriter(context, writer)
            .map(open -> add(context, open, mail))
            .orElseGet(() -> opened(context, mail, writer, Concern.QUESTION));
    context.apply(
        denied,
        TicketEvent.MAIL_ADDED,
        Causes.requester(mail, writer, "says that it was not them: " + ticket.reference()));
    inquiries.objection(context, ticket, mail, denied);
    InOwnersName.note(context, mail, writer);
    return Result.of(
        Outcome.NOT_A_REQUEST, ticket, "objects to " + denied.reference() + ", and proves nothing");
  }

  /** What it is about; when nothing tells, a person finds out. */
  private static Concern concern(Incoming mail, Optional<UnreadableBody> unreadable) {
    return unreadable.isPresent()
        ? Concern.QUESTION
        : mail.triaged().concern().concern().orElse(Concern.QUESTION);
  }

  private Result open(
      FlowContext context,
      Incoming mail,
      EmailAddress writer,
      Concern concern,
      Optional<UnreadableBody> unreadable) {
    Ticket ticket = opened(context, mail, writer, concern);
    // Of an approach the alarm tells: all staff, and its writer what to do.
    if (concern != Concern.APPROACHED || !mail.triaged().secrets().isEmpty()) {
      inquiries.answer(context, ticket, mail, unreadable);
    }
    if (concern != Concern.COMPROMISED && concern != Concern.APPROACHED) {
      inquiries.putBeforeStaff(context, ticket, mail, unreadable, false);
    }
    return Result.of(Outcome.NOT_A_REQUEST, ticket, "about: " + concern.word());
  }

  private static Ticket opened(
      FlowContext context, Incoming mail, EmailAddress writer, Concern concern) {
    return context.open(
        Ticket.inquire(
            context.work().tickets().nextId(),
            writer,
            concern,
            mail.triaged().language(),
            AnswersReader.of(mail),
            mail.threadId(),
            context.now(),
            Causes.requester(mail, writer, concern.word())));
  }

  /**
   * A question of somebody whose request is closed and well: an inquiry of its own. They are told
   * that a person reads it, and not what this desk is for.
   */
  Result besides(FlowContext context, Incoming mail) {
    EmailAddress writer = mail.sender().orElseThrow();
    Optional<Ticket> open = ofWriter(context, writer);
    if (open.isPresent()) {
      Ticket joined = add(context, open.get(), mail);
      inquiries.confirm(context, joined, mail);
      return Result.of(Outcome.JOINED, joined, "joins their open inquiry");
    }
    Ticket ticket = opened(context, mail, writer, Concern.QUESTION);
    inquiries.confirm(context, ticket, mail);
    inquiries.putBeforeStaff(context, ticket, mail, Optional.empty(), false);
    return Result.of(Outcome.NOT_A_REQUEST, ticket, "a question after the end");
  }

  /** It waits with the others for a person, who is mailed once a day, and of what is graver. */
  private Result join(
      FlowContext context,
      Ticket ticket,
      Incoming mail,
      Concern concern,
      Optional<UnreadableBody> unreadable) {
    Ticket joined = add(context, ticket, mail);
    if (unreadable.isPresent()) {
      inquiries.answer(context, joined, mail, unreadable);
    }
    // The same told again is no news to the alarm, which is heard once: it waits with the rest.
    boolean graver =
        concern != joined.concern()
            && (concern == Concern.COMPROMISED
                || (concern == Concern.APPROACHED && joined.concern() != Concern.COMPROMISED));
    if (graver) {
      context.keep(joined.change().concern(concern).build());
    } else if (unreadable.isEmpty()) {
      inquiries.putFurther(context, joined, mail, unreadable);
    }
    return Result.of(Outcome.JOINED, joined, "joins their open inquiry");
  }

  /**
   * A further mail in the thread of an inquiry: what was answered goes back to the staff, what is
   * open waits for them with the rest.
   */
  public Result further(FlowContext context, Ticket ticket, Incoming mail) {
    if (ticket.state() == TicketState.INQUIRY) {
      return join(context, ticket, mail, concern(mail, mail.unreadable()), mail.unreadable());
    }
    Ticket open =
        context.apply(
            Written.thread(context, ticket, mail, mail.trust().fromDomain()),
            TicketEvent.REOPENED,
            Causes.requester(mail, mail.sender().orElse(ticket.requester()), ""));
    if (mail.unreadable().isPresent()) {
      inquiries.answer(context, open, mail, mail.unreadable());
    } else {
      inquiries.confirmAgain(context, open, mail);
    }
    inquiries.putBeforeStaff(context, open, mail, mail.unreadable(), true);
    return Result.of(Outcome.REOPENED, open, "an answered inquiry");
  }

  /** Keeps a mail with an inquiry and changes nothing. */
  public Ticket add(FlowContext context, Ticket ticket, Incoming mail) {
    return context.apply(
        Written.thread(context, ticket, mail, mail.trust().fromDomain()),
        TicketEvent.MAIL_ADDED,
        Causes.requester(mail, mail.sender().orElse(ticket.requester()), ""));
  }
}
