package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;

/** Who gave a command. */
public sealed interface GiverPhrase extends Phrase {

  /**
   * Whoever gave a command that the history tells of.
   *
   * @throws java.util.NoSuchElementException where neither the operator nor somebody by mail did
   */
  static GiverPhrase of(Actor actor) {
    return actor.kind() == Actor.Kind.OPERATOR
        ? new ByOperator(actor.name())
        : new ByStaff(actor.address().orElseThrow());
  }

  /** A member of staff, by mail. */
  record ByStaff(EmailAddress member) implements GiverPhrase {}

  /** The operator, where the desk runs. */
  record ByOperator(String login) implements GiverPhrase {}
}
