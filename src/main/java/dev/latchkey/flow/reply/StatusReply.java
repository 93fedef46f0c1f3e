package dev.latchkey.flow.reply;

import dev.latchkey.check.Evidence;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.StillWanted;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer to "How is it going?": told at once, and once a day. */
public final class StatusReply {
  private static final LetterKind STATUS = LetterKind.of(StandingLetter.Status.class);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final Duration DAY = Duration.ofDays(1);

  private final DeskSettings settings;
  private final Letters letters;
  private final CaseFiles files;
  private final Outlook outlook;
  private final Questions questions;
  private final CourtesySchedule courtesy;

  public StatusReply(
      DeskSettings settings,
      Letters letters,
      CaseFiles files,
      Outlook outlook,
      Questions questions,
      CourtesySchedule courtesy) {
    this.settings = settings;
    this.letters = letters;
    this.files = files;
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
    boolean kept = StatusQuestion.saysMore(mail) && !StatusQuestion.asksWhen(ticket, mail);
    if (kept && !ticket.state().closed()) {
      context.work().messages().untold(mail.id());
    }
    return toldToday(context, ticket)
        ? Result.of(Outcome.KEPT_WITH_TICKET, ticket, "was told today how it is going")
        : Result.of(Outcome.STATUS_TOLD, write(context, ticket, mail, kept), "");
  }

  /**
   * Tells the requester whose own code was right what is missing, whatever stands beside the code:
   * what is news in it is answered as far as the desk can, and a person reads the rest. The mail is
   * with the ticket already. A code is right only once, so this is told once a code.
   */
  void besideCode(FlowContext context, Ticket ticket, Incoming mail) {
    if (!OtherCode.missing(context, ticket)) {
      return;
    }
    boolean says = CodeWords.areNews(ticket, mail);
    if (says) {
      context.work().messages().untold(mail.id());
    }
    if (!context.writesTo(ticket.requester())) {
      write(context, ticket, mail, says);
    }
  }

  private Ticket write(FlowContext context, Ticket ticket, Incoming mail, boolean kept) {
    boolean details = ticket.state() == TicketState.NEEDS_DETAILS && !ticket.questionOpen();
    Ticket asked = details ? questions.ask(context, ticket) : ticket;
    Outlook.Told told = outlook.tell(context, asked);
    letters.asItStands(
        context, told.ticket(), now -> status(context, now, told, kept), Written.key(mail));
    return told.ticket();
  }

  private StandingLetter.Status status(
      FlowContext context, Ticket ticket, Outlook.Told told, boolean kept) {
    boolean details = ticket.state() == TicketState.NEEDS_DETAILS && !ticket.questionOpen();
    // What is approved waits for no other request, and for nobody's decision.
    boolean decided = ticket.state().closed() || ticket.state().approved();
    CaseFiles.Enough enough = files.enough(context, ticket);
    return new StandingLetter.Status(
        ticket.state(),
        decided ? 0 : told.before(),
        decided ? Optional.empty() : told.span(),
        told.nextWord(),
        details ? questions.next(context, ticket) : Set.of(),
        courtesy.deadline(ticket, context.now()),
        Questions.ofStaff(ticket),
        reason(context, ticket),
        late(context, ticket),
        kept && !ticket.state().closed(),
        StillWanted.of(context, ticket),
        OtherCode.counted(context, ticket),
        OtherCode.helps(context, ticket),
        enough.possible(),
        enough.inPerson(),
        context.announced(ticket).filter(at -> at.isAfter(context.now())));
  }

  /**
   * Whether a mail about what was carried out asks how it goes and nothing else, for the first time
   * today: whoever tells something besides, or asks again, is not where they should be by now.
   */
  boolean isAll(FlowContext context, Ticket ticket, Incoming mail) {
    return !toldToday(context, ticket) && StatusQuestion.standsAlone(mail);
  }

  /** Whether it was closed so long ago that a new request is needed. */
  boolean late(FlowContext context, Ticket ticket) {
    return settings.closedLong(ticket, context.now());
  }

  /** Why it was declined; nothing when it was not. */
  static Text reason(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.REJECTED
        ? new Text(
            context.work().tickets().lastDetail(ticket.id(), TicketEvent.REJECTED).orElse(""))
        : Text.NONE;
  }

  /** What went out because a code was right is no answer to a question. */
  private static boolean toldToday(FlowContext context, Ticket ticket) {
    List<Instant> proved =
        context.work().proofs().of(ticket.id()).stream().map(Evidence::at).toList();
    return context.work().outbox().ofTicket(ticket.id()).stream()
        .anyMatch(
            one ->
                one.letter().equals(STATUS)
                    && one.createdAt().isAfter(context.now().minus(DAY))
                    && !one.createdAt().isBefore(ticket.stateSince())
                    && proved.stream().noneMatch(at -> together(at, one.createdAt())));
  }

  private static boolean together(Instant proved, Instant written) {
    return Duration.between(proved, written).abs().compareTo(AT_ONCE) < 0;
  }
}
