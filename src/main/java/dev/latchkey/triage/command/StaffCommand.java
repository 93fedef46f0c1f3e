package dev.latchkey.triage.command;

import dev.latchkey.mail.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * One command of a staff member, complete: what its verb needs is there and has the right form.
 *
 * @param reference the ticket, where the line names one ({@code LK-1042}, upper case); always in a
 *     digest
 * @param argument for APPROVE the code in upper case, after a space the second factor if one was
 *     given; for HOLD an ISO date; for ASSIGN an address or {@code me}; for MERGE a reference; for
 *     OPEN an address and, after a space, an account name if one was given; else empty
 * @param text the reason, the question, the note or where to: the rest of the line where the verb
 *     has no argument, and the lines below; may be empty, but not for ASK, NOTE, REPLY, REDIRECT,
 *     FAILED, SAW, LIFT and VOUCH
 */
public record StaffCommand(
    Verb verb, Optional<String> reference, Optional<String> argument, String text) {

  /** What stands after a verb. */
  public enum Argument {
    /** Nothing; remarks stand on the lines below. */
    NONE,
    /** A remark, here or on the lines below, or none; nothing that puts the command off. */
    REMARK,
    /** What was done, here behind a mark or on the lines below, or nothing; no doubt or denial. */
    REPORT,
    /** A reason, here or on the lines below, or none. */
    REASON,
    /** A question, here or on the lines below. */
    QUESTION,
    /** A note, here or on the lines below. */
    NOTE,
    /** A code, and the six digits of a second factor where one is needed. */
    CODE,
    /** A day, or nothing. */
    DAY,
    /** The address of a member of staff, or {@code me}. */
    MEMBER,
    /** The reference of another ticket. */
    TICKET,
    /** Where to, here or on the lines below. */
    PLACE,
    /** What the requester is to read, here or on the lines below. */
    ANSWER,
    /** The address of somebody outside, and perhaps an account name; or nothing. */
    PERSON,
    /** What went wrong, here or on the lines below. */
    FAILURE,
    /** The name of a proof, and where it was seen. */
    PROOF,
    /** The name of a warning, and a reason, here or on the lines below. */
    WARNING,
    /** The account name or the address of who may vouch. */
    VOUCHER
  }

  /** The verbs of DESIGN section 4 and how each is written: the reader knows nothing else. */
  public enum Verb {
    APPROVE(Argument.CODE),
    REJECT(Argument.REASON),
    CLOSE(Argument.REMARK),
    ASK(Argument.QUESTION),
    HOLD(Argument.DAY),
    RESUME(Argument.REMARK),
    NOTE(Argument.NOTE),
    ASSIGN(Argument.MEMBER),
    SAW(Argument.PROOF),
    LIFT(Argument.WARNING),
    VOUCH(Argument.VOUCHER),
    MERGE(Argument.TICKET),
    REDIRECT(Argument.PLACE),
    REPLY(Argument.ANSWER),
    OPEN(Argument.PERSON),
    UNDO(Argument.REMARK),
    FREEZE(Argument.REASON),
    DONE(Argument.REPORT),
    FAILED(Argument.FAILURE),
    REOPEN(Argument.REMARK),
    STATUS(Argument.NONE),
    QUEUE(Argument.NONE),
    HELP(Argument.NONE);

    private final Argument argument;

    Verb(Argument argument) {
      this.argument = argument;
    }

    /** What stands after it. */
    public Argument argument() {
      return argument;
    }

    /** The verb in lower case, for JSON and messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The code of an APPROVE, upper case. */
  public Optional<String> code() {
    return argument
        .filter(a -> verb.argument() == Argument.CODE)
        .map(a -> a.substring(0, codeEnd(a)));
  }

  /** The six digits after the code of an APPROVE. */
  public Optional<String> secondFactor() {
    return argument
        .filter(a -> verb.argument() == Argument.CODE && codeEnd(a) < a.length())
        .map(a -> a.substring(codeEnd(a) + 1));
  }

  /** Whom an OPEN is for. */
  public Optional<EmailAddress> person() {
    return argument
        .filter(a -> verb.argument() == Argument.PERSON)
        .flatMap(a -> EmailAddress.find(a.substring(0, codeEnd(a))));
  }

  /** The account that an OPEN names. */
  public Optional<String> account() {
    return argument
        .filter(a -> verb.argument() == Argument.PERSON && codeEnd(a) < a.length())
        .map(a -> a.substring(codeEnd(a) + 1));
  }

  /** The day a HOLD ends. */
  public Optional<HoldDay> until() {
    return argument.filter(a -> verb.argument() == Argument.DAY).flatMap(HoldDay::kept);
  }

  private static int codeEnd(String argument) {
    int space = argument.indexOf(' ');
    return space < 0 ? argument.length() : space;
  }
}
