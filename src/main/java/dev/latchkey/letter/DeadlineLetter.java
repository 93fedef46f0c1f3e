package dev.latchkey.letter;

import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Set;

/** To the requester: until when we wait for them, and that the time is over. */
public sealed interface DeadlineLetter extends RequesterLetter {

  /**
   * They asked for more time.
   *
   * @param given they get it; otherwise they had it often enough
   */
  record MoreTime(boolean given, Instant deadline) implements DeadlineLetter {}

  /**
   * We wait for you.
   *
   * @param question what the staff asked; may be empty
   * @param codeRight the code of this address was right, and that of another one is missing
   * @param proofs the mailbox is lost, and other proofs than codes are asked for
   */
  @Charged(MailClass.REMINDER)
  record Reminder(
      TicketState state,
      Set<Answers.Question> missing,
      Text question,
      Instant deadline,
      boolean codeRight,
      boolean proofs)
      implements DeadlineLetter {}

  /**
   * We still do, and soon go on without it.
   *
   * @param question what the staff asked; may be empty
   * @param closes the request is closed then; else it goes before the staff as it is
   * @param codeRight the code of this address was right, and that of another one is missing
   * @param proofs the mailbox is lost, and other proofs than codes are asked for
   */
  @Charged(MailClass.REMINDER)
  record LastCall(
      TicketState state,
      Set<Answers.Question> missing,
      Text question,
      Instant deadline,
      boolean closes,
      boolean codeRight,
      boolean proofs)
      implements DeadlineLetter {}

  /**
   * The time is over, and nothing was proved.
   *
   * @param answers what was asked was not answered, or not all of it
   * @param alone they could do it by themselves; where neither is so, proofs were asked for
   */
  @Charged(MailClass.REMINDER)
  record Expired(boolean answers, boolean alone) implements DeadlineLetter {}
}
