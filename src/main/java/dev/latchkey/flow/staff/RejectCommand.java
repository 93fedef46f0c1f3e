package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CalledOff;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.SettledBefore;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
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

/** Ends a ticket; the requester reads the reason. */
final class RejectCommand implements Command {
  private final Letters letters;
  private final Notices notices;
  private final HaltAnswers halts;
  private final StaffAnswers answers;

  RejectCommand(Letters letters, Notices notices, HaltAnswers halts, StaffAnswers answers) {
    this.letters = letters;
    this.notices = notices;
    this.halts = halts;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.REJECT;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.WRITING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.REJECTED);
  }

  /** Whoever is declined without a word meets a wall. */
  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    if (given.words().isBlank()) {
      return Optional.of(new CommandPhrase.RejectNeedsReason());
    }
    return SecondThoughts.slip(given.words())
        ? Optional.of(new CommandPhrase.TakenBack())
        : OutwardWords.hindrance(given, given.ticket().requester());
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket rejected = given.apply(TicketEvent.REJECTED, given.words());
    notices.off(given.context(), given.ticket(), rejected, Optional.empty());
    boolean ordered = CalledOff.hasNoKnownEnd(given.context(), given.ticket());
    boolean settled = SettledBefore.is(given.context().work().tickets().history(rejected.id()));
    letters.toRequester(
        given.context(),
        rejected,
        new DecisionLetter.Rejected(
            new Text(given.words()),
            false,
            ordered,
            settled && !ordered,
            given.context().announced(given.ticket())),
        given.key());
    halts.tell(
        given.context(), given.ticket(), rejected, Set.of(rejected.requester()), Optional.empty());
    return answers.decided(given, rejected, Decision.of(given).overruling(given.otherApprovers()));
  }
}
