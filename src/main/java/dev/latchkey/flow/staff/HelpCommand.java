package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains every command. */
final class HelpCommand implements Command {
  private final StaffAnswers answers;

  HelpCommand(StaffAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.HELP;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.READING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    return answers.shown(given, Letter.HELP, Map.of());
  }
}
