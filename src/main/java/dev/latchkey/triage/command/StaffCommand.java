package dev.latchkey.triage.command;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One command of a staff member, complete: what its verb needs is there and has the right form.
 *
 * @param reference the ticket, where the line names one ({@code LK-1042}, upper case); always in a
 *     digest
 * @param argument for APPROVE the code in upper case, after a space the second factor if one was
 *     given; for HOLD an ISO date; for ASSIGN an address or {@code me}; for MERGE a reference; for
 *     REDIRECT where to; else empty
 * @param text the reason, the question or the note: the rest of the line where the verb has no
 *     argument, and the lines below; may be empty, but not for ASK and NOTE
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

  /** The code of an APPROVE, upper case. */
  public Optional<String> code() {
    return argument.filter(a -> verb == Verb.APPROVE).map(a -> a.substring(0, codeEnd(a)));
  }

  /** The six digits after the code of an APPROVE. */
  public Optional<String> secondFactor() {
    return argument
        .filter(a -> verb == Verb.APPROVE && codeEnd(a) < a.length())
        .map(a -> a.substring(codeEnd(a) + 1));
  }

  /** The day a HOLD ends. */
  public Optional<LocalDate> until() {
    return argument.filter(a -> verb == Verb.HOLD).map(LocalDate::parse);
  }

  private static int codeEnd(String argument) {
    int space = argument.indexOf(' ');
    return space < 0 ? argument.length() : space;
  }
}
