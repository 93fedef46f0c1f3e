package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Keeps words with a ticket that only staff read. */
final class NoteCommand implements Command {
  private final StaffAnswers answers;

  NoteCommand(StaffAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.NOTE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.WRITING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.NOTED);
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket noted = given.apply(TicketEvent.NOTED, given.words());
    return answers.kept(given, noted, new CommandPhrase.NoteKept());
  }
}
