package dev.latchkey.flow.mail;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.WaveringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** "How is it going?": told at once, and once a day. */
final class StatusReply {
  private static final LetterKind STATUS = LetterKind.of(RequesterLetter.Status.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final DeskSettings settings;
  private final Letters letters;
  private final Outlook outlook;
  private final Questions questions;
  private final CourtesySchedule courtesy;

  StatusReply(
      DeskSettings settings,
      Letters letters,
      Outlook outlook,
      Questions questions,
      CourtesySchedule courtesy) {
    this.settings = settings;
    this.letters = letters;
    this.outlook = outlook;
    this.questions = questions;
    this.courtesy = courtesy;
  }

  /** Answers the question, unless it was answered within a day. */
  Result tell(FlowContext context, Ticket before, Incoming mail) {
    Ticket ticket =
        context.apply(
            before,
            TicketEvent.MAIL_ADDED,
            Written.cause(mail, before, "asks how it is going: " + Written.words(mail)));
    boolean kept = saysMore(mail);
    if (kept && !ticket.state().closed()) {
      context.work().messages().untold(mail.id());
    }
    if (toldToday(context, ticket)) {
      return Result.of(Outcome.KEPT_WITH_TICKET, ticket, "was told today how it is going");
    }
    boolean details = ticket.state() == TicketState.NEEDS_DETAILS && !ticket.questionOpen();
    Ticket asked = details ? questions.ask(context, ticket) : ticket;
    Outlook.Told told = outlook.tell(context, asked);
    letters.toRequester(
        context,
        told.ticket(),
        new RequesterLetter.Status(
            ticket.state(),
            ticket.state().closed() ? 0 : told.before(),
            ticket.state().closed() ? Optional.empty() : told.span(),
            told.nextWord(),
            details ? questions.next(ticket.answers()) : Set.of(),
            courtesy.deadline(ticket),
            Questions.ofStaff(ticket),
            reason(context, ticket),
            late(context, ticket),
            kept && !ticket.state().closed()),
        Written.key(mail));
    return Result.of(Outcome.STATUS_TOLD, told.ticket(), "");
  }

  /** Whether it may hold more than the question, so that a person has to read it. */
  private static boolean saysMore(Incoming mail) {
    IntentReading read = mail.triaged().intent();
    return !read.sure()
        || !read.wishes().isEmpty()
        || WaveringReader.tellsNews(mail.triaged().reply().generous());
  }

  /** Whether it was closed so long ago that a new request is needed. */
  boolean late(FlowContext context, Ticket ticket) {
    return ticket
        .closedAt()
        .filter(at -> at.plus(settings.reopenWithin()).isBefore(context.now()))
        .isPresent();
  }

  /** Why it was declined; nothing when it was not. */
  static Text reason(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.REJECTED
        ? new Text(
            context.work().tickets().lastDetail(ticket.id(), TicketEvent.REJECTED).orElse(""))
        : Text.NONE;
  }

  private static boolean toldToday(FlowContext context, Ticket ticket) {
    return context.work().outbox().ofTicket(ticket.id()).stream()
        .anyMatch(
            one ->
                one.letter().equals(STATUS)
                    && one.createdAt().isAfter(context.now().minus(DAY))
                    && !one.createdAt().isBefore(ticket.stateSince()));
  }
}
