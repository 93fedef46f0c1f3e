package dev.latchkey.triage.command;

import java.util.List;

/** What the command reader found in the strict reading of a staff member's mail. */
public sealed interface CommandReading {

  /** At least one command, all of them understood. */
  record Commands(List<StaffCommand> commands) implements CommandReading {
    public Commands {
      commands = List.copyOf(commands);
    }
  }

  /**
   * Nothing will be done.
   *
   * @param fault what was not understood
   */
  record NotUnderstood(CommandFault fault) implements CommandReading {}
}
