package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.AskedBesides;
import dev.latchkey.flow.casefile.CalledOff;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.SettledBefore;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.SecondThoughts;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/**
 * Ends a ticket that is not needed any more, an inquiry too: nobody is declined, and no objection
 * is decided on, which stands again when the ticket is opened again. The remark is for the staff.
 */
final class CloseCommand implements Command {
  private final Letters letters;
  private final Notices notices;
  private final HaltAnswers halts;
  private final StaffAnswers answers;

  CloseCommand(Letters letters, Notices notices, HaltAnswers halts, StaffAnswers answers) {
    this.letters = letters;
    this.notices = notices;
    this.halts = halts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.CLOSE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.WRITING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.CLOSED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return SecondThoughts.slip(given.words())
        ? Optional.of(new CommandPhrase.TakenBack())
        : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    Ticket before = given.ticket();
    boolean settled = SettledBefore.is(context.work().tickets().history(before.id()));
    Ticket closed =
        given.apply(
            settled && before.accepts(TicketEvent.WELL_AGAIN)
                ? TicketEvent.WELL_AGAIN
                : TicketEvent.CLOSED,
            given.words());
    notices.off(context, before, closed, Optional.empty());
    letters.toRequester(
        context,
        closed,
        new DecisionLetter.Closed(
            before.inquiry(),
            CalledOff.hasNoKnownEnd(context, before),
            settled || context.work().tickets().wasCarriedOut(before.id()),
            context.announced(before),
            AskedBesides.open(context, before)),
        given.key());
    halts.tell(context, before, closed, Set.of(closed.requester()), Optional.empty());
    Optional<Phrase> unread =
        given.words().isBlank() ? Optional.empty() : Optional.of(new CommandPhrase.ClosedUnread());
    return answers.decided(
        given, closed, Decision.of(given).remarking(unread).overruling(given.otherApprovers()));
  }
}
