package dev.latchkey.triage;

/** Reads the commands of a staff member. */
public final class CommandReader {

  /** Reads the strict reading of a mail. */
  public CommandReading read(String strict) {
    return new CommandReading.NotUnderstood("the mail holds no command; write HELP to see them");
  }
}
