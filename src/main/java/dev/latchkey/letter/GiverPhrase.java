package dev.latchkey.letter;

import dev.latchkey.mail.EmailAddress;

/** Who gave a command. */
public sealed interface GiverPhrase extends Phrase {

  /** A member of staff, by mail. */
  record ByStaff(EmailAddress member) implements GiverPhrase {}

  /** The operator, where the desk runs. */
  record ByOperator(String login) implements GiverPhrase {}
}
