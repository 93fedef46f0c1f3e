package dev.latchkey.triage.command;

import java.util.List;
import java.util.function.UnaryOperator;

/** What the command reader found in the strict reading of a staff member's mail. */
public sealed interface CommandReading {

  /** What may be carried out. */
  default List<StaffCommand> commands() {
    return List.of();
  }

  /** The same with its words changed: without secrets; a code that was typed stays. */
  default CommandReading showing(UnaryOperator<String> change) {
    return this;
  }

  /** At least one command, all of them understood. */
  record Commands(List<StaffCommand> commands) implements CommandReading {
    public Commands {
      commands = List.copyOf(commands);
    }

    @Override
    public CommandReading showing(UnaryOperator<String> change) {
      return new Commands(changed(commands, change));
    }
  }

  /**
   * Lines with a ticket each, as a digest is answered, and not all of them understood: the others
   * may be carried out.
   *
   * @param commands those that are understood; none of them goes on with a recovery
   * @param faults of the others
   */
  record Lines(List<StaffCommand> commands, List<CommandFault> faults) implements CommandReading {
    public Lines {
      commands = List.copyOf(commands);
      faults = List.copyOf(faults);
    }

    @Override
    public CommandReading showing(UnaryOperator<String> change) {
      return new Lines(
          changed(commands, change), faults.stream().map(fault -> fault.showing(change)).toList());
    }
  }

  /**
   * Nothing will be done.
   *
   * @param fault what was not understood
   */
  record NotUnderstood(CommandFault fault) implements CommandReading {
    @Override
    public CommandReading showing(UnaryOperator<String> change) {
      return new NotUnderstood(fault.showing(change));
    }
  }

  private static List<StaffCommand> changed(
      List<StaffCommand> commands, UnaryOperator<String> change) {
    return commands.stream()
        .map(c -> new StaffCommand(c.verb(), c.reference(), c.argument(), change.apply(c.text())))
        .toList();
  }
}
