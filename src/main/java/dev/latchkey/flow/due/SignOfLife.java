package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState.Waiting;
import java.time.Instant;
import java.util.List;

/**
 * While the staff must act, the requester hears that they are not forgotten, unless a letter to
 * them still waits. The staff have the digest.
 */
final class SignOfLife implements DueStep {
  private final CourtesySchedule courtesy;
  private final Letters letters;
  private final CaseFiles files;
  private static final LetterKind ASKED = LetterKind.of(DecisionLetter.PerhapsOver.class);

  private final Outlook outlook;

  SignOfLife(CourtesySchedule courtesy, Letters letters, CaseFiles files, Outlook outlook) {
    this.files = files;
    this.courtesy = courtesy;
    this.letters = letters;
    this.outlook = outlook;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Ticket kept = next(context, ticket);
    if (!Deliveries.toRequester(context.work(), kept).waiting()) {
      Outlook.Told told = outlook.tell(context, kept);
      kept = told.ticket();
      letters.toRequester(
          context,
          kept,
          kept.inquiry()
              ? new InquiryLetter.InquiryWaits(kept.stateSince())
              : signOfLife(context, kept, told),
          key(kept));
    }
  }

  private StandingLetter.SignOfLife signOfLife(
      FlowContext context, Ticket ticket, Outlook.Told told) {
    CaseFiles.Enough enough = files.enough(context, ticket);
    List<HistoryEntry> history = context.work().tickets().history(ticket.id());
    return new StandingLetter.SignOfLife(
        since(ticket, history),
        told.before(),
        told.span(),
        told.nextWord(),
        OtherCode.helps(context, ticket),
        enough.possible(),
        enough.inPerson(),
        ticket.state().approved(),
        wishAsked(context, ticket, history));
  }

  /** Since when it waits for the staff, whatever they or owners did with it since. */
  private static Instant since(Ticket ticket, List<HistoryEntry> history) {
    return history.stream()
        .filter(entry -> entry.to().waitingFor() == Waiting.STAFF)
        .filter(entry -> entry.from().waitingFor() != Waiting.STAFF)
        .map(HistoryEntry::at)
        .reduce(ticket.stateSince(), (earlier, later) -> later);
  }

  /** Whether they were asked, since it stands still, if it is still wanted, and wrote nothing. */
  private static boolean wishAsked(FlowContext context, Ticket ticket, List<HistoryEntry> history) {
    return ticket.state().standsStill()
        && context.written(ticket.id()).stream()
            .filter(one -> one.letter().equals(ASKED))
            .filter(one -> !one.at().isBefore(ticket.stateSince()))
            .anyMatch(
                one ->
                    history.stream()
                        .filter(entry -> entry.at().isAfter(one.at()))
                        .noneMatch(entry -> entry.cause().actor().kind() == Actor.Kind.REQUESTER));
  }

  /** The same for a ticket whose requester has just heard that a promise was missed. */
  void late(FlowContext context, Ticket ticket) {
    next(context, ticket);
  }

  private Ticket next(FlowContext context, Ticket ticket) {
    Ticket kept =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.SIGN_OF_LIFE.name()));
    return context.keep(courtesy.after(kept, FollowUp.SIGN_OF_LIFE, context.now()));
  }

  private static String key(Ticket ticket) {
    return "version " + ticket.version();
  }
}
