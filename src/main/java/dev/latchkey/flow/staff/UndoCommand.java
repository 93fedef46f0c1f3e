package dev.latchkey.flow.staff;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.StopNotices;
import dev.latchkey.flow.staff.Decision.Reach;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Proofs;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Due;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.staff.Gate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the last command about a ticket back, within an hour and while nothing else happened to it:
 * the ticket stands as before, and whoever was told is told again. Which may be taken back, and by
 * whom, stands in {@link TakingBack}.
 */
final class UndoCommand implements Command {
  private static final Set<TicketEvent> IN_FAVOUR =
      EnumSet.of(TicketEvent.EVIDENCE_RECORDED, TicketEvent.WARNING_LIFTED);

  private static final Set<LetterKind> TOLD =
      Set.of(
          LetterKind.of(RequesterLetter.PersonLooks.class),
          LetterKind.of(DecisionLetter.UnderCheck.class));

  /** Of these, owners read that it goes on or is off; of their being taken back they read too. */
  private static final Set<Verb> TOLD_OWNERS =
      EnumSet.of(Verb.RESUME, Verb.REJECT, Verb.CLOSE, Verb.REDIRECT, Verb.MERGE);

  private final CourtesySchedule courtesy;
  private final Review review;
  private final Notices notices;
  private final StopNotices stops;
  private final HaltAnswers halts;
  private final Letters letters;
  private final StaffAnswers answers;

  UndoCommand(
      CourtesySchedule courtesy,
      Review review,
      Notices notices,
      StopNotices stops,
      HaltAnswers halts,
      Letters letters,
      StaffAnswers answers) {
    this.courtesy = courtesy;
    this.review = review;
    this.notices = notices;
    this.stops = stops;
    this.halts = halts;
    this.letters = letters;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.UNDO;
  }

  @Override
  public Set<Gate> gates() {
    return TakingBack.gates(Optional.empty());
  }

  @Override
  public Set<Gate> gates(FlowContext context, Optional<Ticket> about, StaffCommand written) {
    return TakingBack.gates(about.flatMap(ticket -> context.work().deeds().last(ticket.id())));
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.UNDONE);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return TakingBack.hindrance(given);
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    Deed deed = context.work().deeds().last(given.ticket().id()).orElseThrow();
    Verb verb = Verb.valueOf(deed.command());
    Ticket wrong = given.ticket();
    Ticket restored =
        context.takeBack(
            wrong, deed, given.cause(new Detail.TakenBack(verb.name(), given.words()).text()));
    if (verb == Verb.APPROVE) {
      notices.off(context, wrong, restored, Optional.empty());
    }
    given.useToken();
    context.work().staffWaits().takeBack(deed);
    Optional<Instant> executeAt = Optional.empty();
    switch (verb) {
      case APPROVE -> {
        context.work().proofs().takeBack(restored.id(), deed.before().round(), deed.by());
        // The reset that was announced is off.
        restored =
            context.keep(
                restored
                    .change()
                    .dialogue(restored.dialogue().promising(Optional.empty()))
                    .build());
      }
      case MERGE ->
          wrong
              .mergedInto()
              .map(target -> context.work().tickets().load(target.number()))
              .ifPresent(
                  target ->
                      context.apply(
                          target,
                          TicketEvent.NOTED,
                          given.cause("did not take in " + wrong.reference())));
      case REOPEN -> endCodes(context, restored);
      case SAW, LIFT -> takeOut(context, restored, deed);
      default -> {}
    }
    if (restored.state() == TicketState.COOLING_OFF) {
      restored = goOnCoolingOff(context, restored);
      executeAt = courtesy.planned(restored).map(at -> courtesy.executeAgain(at, context.now()));
    }
    Optional<EmailAddress> owner = OwnerReplies.written(given, wrong, deed);
    if (owner.isPresent()) {
      answers.toOwner(given, restored, owner.get(), Text.NONE, true);
    } else if (requesterWasTold(verb, wrong, restored)
        || ((verb == Verb.RESUME || verb == Verb.HOLD) && wasToldSince(context, deed))) {
      letters.toRequester(
          context,
          restored,
          new DecisionLetter.OurMistake(
              restored.state(),
              !restored.state().closed() && !restored.state().standsStill(),
              executeAt),
          given.key());
    }
    halts.restored(context, wrong, restored, deed.at());
    if (TOLD_OWNERS.contains(verb) && !restored.state().closed()) {
      stops.restored(context, restored);
    }
    Set<EmailAddress> overruled = deed.by().equals(given.by()) ? Set.of() : Set.of(deed.by());
    if (verb == Verb.SAW || verb == Verb.LIFT) {
      review.changed(context, restored, given.by(), given.key());
    } else if (restored.state() == TicketState.IN_REVIEW
        && wrong.state() != TicketState.IN_REVIEW) {
      review.sendCase(context, restored, List.of(given.by()), given.key());
    }
    return answers.decided(
        given,
        restored,
        Decision.of(given)
            .executedAt(executeAt)
            .takingBack(verb)
            .overruling(overruled)
            .reaching(Reach.EVERYBODY));
  }

  /**
   * What was seen counts no more, and what was lifted stands again. Owners who read that a recovery
   * was begun hear nothing: it was, and it goes on.
   */
  private static void takeOut(FlowContext context, Ticket ticket, Deed deed) {
    Proofs proofs = context.work().proofs();
    HistoryEntry done =
        context.work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.sequence() <= deed.version())
            .filter(entry -> IN_FAVOUR.contains(entry.event()))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    proofs.of(ticket.id()).stream()
        .filter(piece -> piece.seenBy().filter(deed.by()::equals).isPresent())
        .filter(piece -> piece.mailId().equals(done.cause().mailId()))
        .forEach(piece -> proofs.remove(ticket.id(), piece));
    proofs.lifted(ticket.id()).stream()
        .filter(lifted -> lifted.by().equals(deed.by()) && lifted.at().equals(done.at()))
        .filter(
            lifted ->
                done.says(Detail.WarningLifted.class)
                    .filter(written -> written.kind().equals(lifted.kind().name()))
                    .isPresent())
        .forEach(lifted -> proofs.letStand(ticket.id(), lifted.kind(), lifted.source()));
  }

  /**
   * Owners who read that it was called off read that it goes on, and have as long to object as
   * after any last notice.
   */
  private Ticket goOnCoolingOff(FlowContext context, Ticket restored) {
    Due next = restored.next().orElseThrow();
    if (next.step() != FollowUp.EXECUTE) {
      Instant planned = courtesy.planned(restored).orElseThrow();
      Instant executeAt = courtesy.executeAgain(planned, context.now());
      notices.approved(context, restored, executeAt, true);
      return restored;
    }
    Instant executeAt = courtesy.executeAgain(next.at(), context.now());
    Ticket later = context.keep(restored.change().next(FollowUp.EXECUTE, executeAt).build());
    notices.last(context, later, executeAt);
    return later;
  }

  /** Whether the requester was written, when it was resumed or held. */
  private static boolean wasToldSince(FlowContext context, Deed deed) {
    return context.written(deed.ticketId()).stream()
        .anyMatch(one -> TOLD.contains(one.letter()) && !one.at().isBefore(deed.at()));
  }

  /** Of what is not named here the requester hears in some cases only, or never. */
  private static boolean requesterWasTold(Verb verb, Ticket wrong, Ticket restored) {
    return switch (verb) {
      case REJECT, CLOSE, ASK, MERGE, REDIRECT, REPLY, REOPEN -> true;
      case APPROVE, SAW -> wrong.state() != restored.state();

      default -> false;
    };
  }

  /** What was sent when it was opened again by mistake opens nothing. */
  private static void endCodes(FlowContext context, Ticket ticket) {
    for (IssuedToken token : context.work().tokens().ofTicket(ticket.id())) {
      if (token.purpose() == TokenPurpose.PROVE && !token.expired(context.now())) {
        context.work().tokens().save(token.ended(context.now()));
      }
    }
  }
}
