package dev.latchkey.triage.command;

import dev.latchkey.triage.command.StaffCommand.Verb;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a staff member's mail holds no command that can be carried out. What is {@code shown} is a
 * start of what they wrote, in quotation marks, without characters that do not show.
 */
public sealed interface CommandFault {

  /** No words of their own above the quote. */
  record NothingWritten() implements CommandFault {}

  /** The first line begins with no verb. */
  record NoCommand(String shown, List<Verb> verbs) implements CommandFault {}

  /** A typing error. */
  record Mistyped(String shown, Verb meant) implements CommandFault {}

  /** A character that only looks like a letter of a verb. */
  record LookAlike(String shown, Verb meant) implements CommandFault {}

  /** More than one command that is none of a digest. */
  record Several(List<String> shown) implements CommandFault {}

  /** A line of a digest that is no command. */
  record LineOfDigest(String shown) implements CommandFault {}

  /** A line of a digest that names no ticket, but nearly. */
  record TicketOfLine(String shown) implements CommandFault {}

  /** A line of a digest that holds a typing error or a character that looks like another. */
  record MistypedLine(String shown, Verb meant) implements CommandFault {}

  /** A verb without what it needs. */
  record Incomplete(Verb verb, Lack lack) implements CommandFault {}

  /** The same in a digest. */
  record IncompleteLine(String shown, Verb verb, Lack lack) implements CommandFault {}

  /** What a command line lacks, or has too much. */
  enum Lack {
    CODE,
    CODE_FORM,
    /** An approval counts beside nothing that is not understood. */
    ALL_UNDERSTOOD,
    STAFF_ADDRESS,
    OTHER_REFERENCE,
    WHERE_TO,
    STANDS_ALONE,
    REPORT_IN_DOUBT,
    QUESTION,
    NOTE,
    ANSWER,
    PERSON,
    WHAT_FAILED,
    WHAT_WAS_SEEN,
    WHICH_WARNING,
    WHO_VOUCHES
  }

  /** The command that was begun and lacks something. */
  default Optional<Verb> begun() {
    if (this instanceof Incomplete it) {
      return Optional.of(it.verb);
    }
    return this instanceof IncompleteLine it ? Optional.of(it.verb) : Optional.empty();
  }

  /** The same with what was written changed: without secrets. */
  default CommandFault showing(UnaryOperator<String> change) {
    if (this instanceof NoCommand it) {
      return new NoCommand(change.apply(it.shown), it.verbs);
    }
    if (this instanceof Mistyped it) {
      return new Mistyped(change.apply(it.shown), it.meant);
    }
    if (this instanceof LookAlike it) {
      return new LookAlike(change.apply(it.shown), it.meant);
    }
    if (this instanceof Several it) {
      return new Several(it.shown.stream().map(change).toList());
    }
    if (this instanceof LineOfDigest it) {
      return new LineOfDigest(change.apply(it.shown));
    }
    if (this instanceof TicketOfLine it) {
      return new TicketOfLine(change.apply(it.shown));
    }
    if (this instanceof MistypedLine it) {
      return new MistypedLine(change.apply(it.shown), it.meant);
    }
    if (this instanceof IncompleteLine it) {
      return new IncompleteLine(change.apply(it.shown), it.verb, it.lack);
    }
    return this;
  }
}
