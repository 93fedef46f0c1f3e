package dev.latchkey.triage;

import java.util.Locale;
import java.util.Optional;

/**
 * One command of a staff member.
 *
 * @param reference the ticket, where the line names one ({@code LK-1042}); required in a digest
 * @param argument what stands after the verb on its line: a code, a date, an address, a reference
 * @param text the lines below the command: the reason or the question; may be empty
 */
public record StaffCommand(
    Verb verb, Optional<String> reference, Optional<String> argument, String text) {

  /** The verbs of DESIGN section 4. */
  public enum Verb {
    APPROVE,
    REJECT,
    ASK,
    HOLD,
    RESUME,
    NOTE,
    ASSIGN,
    MERGE,
    REDIRECT,
    DONE,
    REOPEN,
    STATUS,
    QUEUE,
    HELP;

    /** The verb in lower case, for JSON and messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
