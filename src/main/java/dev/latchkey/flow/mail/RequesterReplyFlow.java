package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.request.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A further mail of the requester about their ticket. */
public final class RequesterReplyFlow implements MailFlow<Addressee.Claimant> {
  private final DeskSettings settings;
  private final Letters letters;
  private final Proving proving;
  private final Review review;
  private final RivalClaims rivalry;
  private final WaitingTime waiting;
  private final CourtesySchedule courtesy;

  public RequesterReplyFlow(
      DeskSettings settings,
      Letters letters,
      Proving proving,
      Review review,
      RivalClaims rivalry,
      WaitingTime waiting,
      CourtesySchedule courtesy) {
    this.settings = settings;
    this.letters = letters;
    this.proving = proving;
    this.review = review;
    this.rivalry = rivalry;
    this.waiting = waiting;
    this.courtesy = courtesy;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Claimant from) {
    Ticket ticket = context.work().tickets().load(from.ticketId());
    return from.way() == Addressee.Way.REPLY
        ? reply(context, ticket, mail)
        : join(context, ticket, mail);
  }

  /** A mail of the same person that did not answer ours: it joins, and one sentence says so. */
  Result join(FlowContext context, Ticket ticket, Incoming mail) {
    Intent intent = mail.triaged().intent().intent();
    boolean adds =
        ticket.state() == TicketState.NEEDS_DETAILS
            || ticket.state().closed()
            || intent == Intent.STATUS
            || ticket.account().isEmpty();
    if (adds) {
      return reply(context, ticket, mail);
    }
    Ticket joined = thread(context, ticket, mail);
    joined = addMail(context, joined, mail, "a second mail about the same thing");
    letters.toRequester(
        context, joined, new RequesterLetter.Joined(joined.state()), "mail " + mail.id());
    return Result.of(Outcome.JOINED, joined, "same person, same account");
  }

  private Result reply(FlowContext context, Ticket before, Incoming mail) {
    Ticket ticket = thread(context, before, mail);
    Intent intent = mail.triaged().intent().intent();
    if (intent == Intent.STATUS) {
      return status(context, addMail(context, ticket, mail, "asks how it is going"), mail);
    }
    return switch (ticket.state()) {
      case NEEDS_DETAILS -> details(context, ticket, mail);
      case SELF_SERVICE -> selfService(context, ticket, mail);
      case PROVING, IN_REVIEW, ON_HOLD, CONTESTED, COOLING_OFF, EXECUTING ->
          intent == Intent.RESOLVED && ticket.accepts(TicketEvent.WITHDRAWN)
              ? withdraw(context, ticket, mail)
              : kept(context, ticket, mail);
      case REJECTED, WITHDRAWN, EXPIRED, REDIRECTED ->
          intent == Intent.OTHER && !mail.saysNothingNew()
              ? reopen(context, ticket, mail)
              : kept(context, ticket, mail);
      case RECOVERED ->
          mail.triaged().request().recovery() && intent != Intent.RESOLVED && !mail.saysNothingNew()
              ? reopen(context, ticket, mail)
              : kept(context, ticket, mail);
      case INQUIRY, ANSWERED -> kept(context, ticket, mail);
      case DUPLICATE -> {
        Ticket into = context.work().tickets().load(ticket.mergedInto().orElseThrow().number());
        boolean theirs = into.requester().equals(ticket.requester());
        yield into.state() == TicketState.DUPLICATE || !theirs
            ? kept(context, ticket, mail)
            : reply(context, into, mail);
      }
    };
  }

  private Result details(FlowContext context, Ticket ticket, Incoming mail) {
    if (mail.triaged().intent().intent() == Intent.RESOLVED) {
      return withdraw(context, ticket, mail);
    }
    Answers answers = ticket.answers().with(AnswersReader.of(mail.triaged().request()));
    boolean names = ticket.account().isEmpty() && mail.account().isPresent();
    List<Ticket> rivals =
        names ? context.work().tickets().openOfAccount(mail.account().orElseThrow()) : List.of();
    Ticket changed =
        context.keep(
            ticket.change().answers(answers).account(ticket.account().or(mail::account)).build());
    if (!rivals.isEmpty()) {
      Ticket contested = rivalry.contest(context, mail, changed, rivals);
      return Result.of(Outcome.RIVAL, contested, "another open ticket is about this account");
    }
    if (changed.questionOpen()) {
      Ticket answered =
          context.apply(
              changed, TicketEvent.QUESTION_ANSWERED, cause(mail, changed, written(mail)));
      review.putBeforeStaff(context, answered);
      return Result.of(Outcome.QUESTION_ANSWERED, answered, "");
    }
    Set<Question> missing = answers.missing(settings.required());
    if (!missing.isEmpty()) {
      Ticket added =
          context.apply(
              changed, TicketEvent.DETAILS_ADDED, cause(mail, changed, "missing " + missing));
      letters.toRequester(
          context, added, new RequesterLetter.DetailsMissing(missing), "mail " + mail.id());
      return Result.of(Outcome.DETAILS_ADDED, added, "missing " + missing);
    }
    return prove(context, changed, mail);
  }

  private Result prove(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket proved =
        context.apply(ticket, TicketEvent.DETAILS_COMPLETED, cause(mail, ticket, "all answered"));
    proving.recordSender(context, proved, mail);
    proving.sendCodes(context, proved);
    letters.toRequester(context, proved, statusOf(context, proved), "mail " + mail.id());
    return Result.of(Outcome.DETAILS_COMPLETED, proved, "");
  }

  private Result selfService(FlowContext context, Ticket ticket, Incoming mail) {
    Intent intent = mail.triaged().intent().intent();
    if (intent == Intent.RESOLVED || intent == Intent.DONE) {
      Ticket done =
          context.apply(
              ticket, TicketEvent.SELF_SERVICE_WORKED, cause(mail, ticket, written(mail)));
      letters.toRequester(context, done, new RequesterLetter.Recovered(), "mail " + mail.id());
      return Result.of(Outcome.SELF_SERVICE_WORKED, done, "");
    }
    Ticket proved =
        context.apply(ticket, TicketEvent.SELF_SERVICE_FAILED, cause(mail, ticket, written(mail)));
    proving.recordSender(context, proved, mail);
    proving.sendCodes(context, proved);
    letters.toRequester(context, proved, statusOf(context, proved), "mail " + mail.id());
    return Result.of(Outcome.SELF_SERVICE_FAILED, proved, "");
  }

  private Result withdraw(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket withdrawn =
        context.apply(ticket, TicketEvent.WITHDRAWN, cause(mail, ticket, written(mail)));
    letters.toRequester(context, withdrawn, new RequesterLetter.Withdrawn(), "mail " + mail.id());
    return Result.of(Outcome.WITHDRAWN, withdrawn, "the requester says it is over");
  }

  private Result reopen(FlowContext context, Ticket ticket, Incoming mail) {
    boolean late =
        ticket
            .closedAt()
            .filter(at -> at.plus(settings.reopenWithin()).isBefore(context.now()))
            .isPresent();
    boolean taken =
        ticket
            .account()
            .filter(a -> !context.work().tickets().openOfAccount(a).isEmpty())
            .isPresent();
    if (late || taken) {
      return kept(context, ticket, mail);
    }
    Ticket open = context.apply(ticket, TicketEvent.REOPENED, cause(mail, ticket, written(mail)));
    Set<Question> missing = open.answers().missing(settings.required());
    if (missing.isEmpty()) {
      open = context.apply(open, TicketEvent.DETAILS_COMPLETED, cause(mail, open, "all answered"));
      proving.sendCodes(context, open);
    }
    letters.toRequester(
        context,
        open,
        new RequesterLetter.Reopened(missing, missing.isEmpty()),
        "mail " + mail.id());
    return Result.of(Outcome.REOPENED, open, "");
  }

  private Result status(FlowContext context, Ticket ticket, Incoming mail) {
    letters.toRequester(context, ticket, statusOf(context, ticket), "mail " + mail.id());
    return Result.of(Outcome.STATUS_TOLD, ticket, "");
  }

  private Result kept(FlowContext context, Ticket ticket, Incoming mail) {
    return Result.of(
        Outcome.KEPT_WITH_TICKET,
        addMail(context, ticket, mail, written(mail)),
        "no answer needed");
  }

  private RequesterLetter.Status statusOf(FlowContext context, Ticket ticket) {
    boolean open = ticket.state() == TicketState.NEEDS_DETAILS;
    return new RequesterLetter.Status(
        ticket.state(),
        ticket.state().closed() ? 0 : waiting.length(context.now()),
        waiting.span(context.now()),
        open ? ticket.answers().missing(settings.required()) : Set.of(),
        courtesy.deadline(ticket));
  }

  private static Ticket thread(FlowContext context, Ticket ticket, Incoming mail) {
    Optional<String> id = mail.mail().messageId();
    return id.isEmpty() ? ticket : context.keep(ticket.change().threadLast(id).build());
  }

  private static Ticket addMail(FlowContext context, Ticket ticket, Incoming mail, String detail) {
    return context.apply(ticket, TicketEvent.MAIL_ADDED, cause(mail, ticket, detail));
  }

  private static Cause cause(Incoming mail, Ticket ticket, String detail) {
    EmailAddress who = mail.sender().orElse(ticket.requester());
    return Causes.requester(mail, who, detail);
  }

  private static String written(Incoming mail) {
    return SafeText.cut(mail.triaged().reply().generous(), 2000);
  }
}
