package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Begins a closed ticket again. */
final class ReopenCommand implements Command {
  private final Questions questions;
  private final Letters letters;
  private final OwnerCodes codes;
  private final StaffAnswers answers;

  ReopenCommand(Questions questions, Letters letters, OwnerCodes codes, StaffAnswers answers) {
    this.questions = questions;
    this.letters = letters;
    this.codes = codes;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.REOPEN;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.REOPENED_BY_STAFF);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return given.othersOfAccount().isEmpty()
        ? Optional.empty()
        : Optional.of(new CommandPhrase.OtherOpen());
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket open = given.apply(TicketEvent.REOPENED_BY_STAFF, given.words());
    if (open.inquiry()) {
      // It waits for an answer of staff again; there is nothing to ask its writer for.
      return answers.decided(given, open, Decision.of(given));
    }
    Set<Question> missing = questions.next(given.context(), open);
    open = questions.ask(given.context(), open);
    if (missing.isEmpty()) {
      // Else it would wait for answers that nobody asks for.
      open =
          given.context().apply(open, TicketEvent.DETAILS_COMPLETED, given.cause("all answered"));
      codes.sendAll(given.context(), open);
    }
    letters.toRequester(
        given.context(),
        open,
        new DecisionLetter.Reopened(missing, missing.isEmpty()),
        given.key());
    return answers.decided(given, open, Decision.of(given));
  }
}
