package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.letter.CommandLetter;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Explains every command. */
final class HelpCommand implements Command {
  private final Supplier<Set<Verb>> commands;
  private final StaffAnswers answers;

  HelpCommand(Supplier<Set<Verb>> commands, StaffAnswers answers) {
    this.commands = commands;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.HELP;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.ASKING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    return answers.shown(given, new CommandLetter.Help(commands.get()));
  }
}
