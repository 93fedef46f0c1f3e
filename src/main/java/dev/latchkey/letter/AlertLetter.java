package dev.latchkey.letter;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something happened to a recovery, and a person must look at it now. */
@Charged(MailClass.ALERT)
public sealed interface AlertLetter extends StaffLetter {

  /**
   * A ticket became CONTESTED.
   *
   * @param commands where several tickets are shown, how to write about each; else empty
   * @param requesterTold the requester was written that it needs a closer look, and nothing else
   */
  record Contested(Contest why, List<Phrase> facts, List<Phrase> commands, boolean requesterTold)
      implements AlertLetter {}

  /** An owner says after the reset that it was not them. */
  record ObjectionAfterReset(EmailAddress owner) implements AlertLetter {}

  /** An owner objects to a ticket that is closed without a reset. */
  record ObjectionAfterEnd(EmailAddress owner, TicketState state) implements AlertLetter {}

  /**
   * An owner answered, and the desk cannot tell what they want.
   *
   * @param answer what they wrote
   * @param held the ticket was put on hold because of it
   * @param waits it stands still: on hold or contested
   * @param running the reset had been ordered
   */
  @Charged(MailClass.OWNER_WORDS)
  record OwnerAnswered(
      EmailAddress owner,
      Text answer,
      TicketState state,
      boolean held,
      boolean waits,
      boolean running)
      implements AlertLetter {}

  /**
   * Five one-time passwords of a member of staff were wrong, one after another.
   *
   * @param until when their commands count again, but for those that stop
   */
  record DigitsGuessed(EmailAddress member, Instant until) implements AlertLetter {}

  /** The reset was not begun, and the ticket put on hold: its approval stood on other facts. */
  record ApprovalOutdated(List<Phrase> lacking) implements AlertLetter {}

  /**
   * The account system refused the reset, and the ticket was put on hold.
   *
   * @param answer what it said
   */
  record ResetRefused(Text answer) implements AlertLetter {}

  /**
   * The account system did not do the reset, or did not say so, and the ticket was put on hold.
   *
   * @param asked how often it was asked
   * @param answer what it said the last time; empty when nothing could be read
   */
  record ResetUnanswered(int asked, Optional<Text> answer) implements AlertLetter {}

  /** The account system did the reset although it was called off meanwhile. */
  record ResetTooLate(String account) implements AlertLetter {}

  /**
   * The reset was not begun, and the ticket put on hold: no server accepted a notice to an owner.
   */
  record NoticeUndelivered() implements AlertLetter {}
}
