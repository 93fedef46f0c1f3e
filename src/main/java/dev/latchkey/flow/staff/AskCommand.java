package dev.latchkey.flow.staff;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Dialogue.StaffQuestion;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Asks the requester something, in the words of staff. */
final class AskCommand implements Command {
  private final Letters letters;
  private final StaffAnswers answers;
  private final CourtesySchedule courtesy;

  AskCommand(Letters letters, StaffAnswers answers, CourtesySchedule courtesy) {
    this.courtesy = courtesy;
    this.letters = letters;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.ASK;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.QUESTION_ASKED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return OutwardWords.hindrance(given, given.ticket().requester());
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket moved = given.apply(TicketEvent.QUESTION_ASKED, given.words());
    StaffQuestion asked = new StaffQuestion(given.words(), given.by());
    moved =
        given
            .context()
            .keep(moved.change().dialogue(moved.dialogue().with(Optional.of(asked))).build());
    letters.toRequester(
        given.context(),
        moved,
        new DecisionLetter.Question(
            new Text(given.words()),
            courtesy.deadline(moved, given.context().now()).orElse(given.context().now())),
        given.key());
    return answers.decided(given, moved, Decision.of(given));
  }
}
