package dev.latchkey.letter;

import java.time.Instant;

/**
 * To a registered address of the account. Nothing in it comes from the requester, and each goes out
 * with a reply address at which an answer can stop the recovery.
 *
 * <p>{@code account} is its name as the directory has it, never as the requester wrote it.
 */
@Charged(MailClass.NOTICE)
public sealed interface OwnerLetter extends Letter {

  /** Answer with this code if it was you. */
  @Charged(MailClass.CODE)
  record Code(String account, String code, Instant expiresAt) implements OwnerLetter {}

  /**
   * The code that came from this address could not be used, and why.
   *
   * @param another a new code can be asked for
   * @param over the recovery it belonged to is over, so that nothing is left to be stopped
   */
  @Charged(MailClass.ANSWER)
  record CodeRefused(String account, Refusal why, boolean another, boolean over)
      implements OwnerLetter {}

  /**
   * They wrote something that only a person can read.
   *
   * @param waits the recovery stands still until a person decided
   * @param reset it was carried out before
   * @param over it ended otherwise before
   */
  @Charged(MailClass.ANSWER)
  record OwnerHeard(String account, boolean waits, boolean reset, boolean over)
      implements OwnerLetter {}

  /**
   * They wrote that it was them.
   *
   * @param goesOn the recovery goes on
   * @param waits it stands still until a person decided
   */
  @Charged(MailClass.ANSWER)
  record OwnerNoted(String account, boolean goesOn, boolean waits) implements OwnerLetter {}

  /**
   * At the first real evidence. It can be caused by anybody who reads a mailbox of the account, so
   * it is the one notice that a budget may hold back.
   */
  record NoticeStarted(String account, String cancelCode) implements OwnerLetter {}

  /**
   * At the approval.
   *
   * @param again another notice comes before it is carried out
   * @param moves the account gets another address
   */
  record NoticeApproved(
      String account, Instant executeAt, boolean again, boolean moves, String cancelCode)
      implements OwnerLetter {}

  /**
   * What was announced for a day does not happen then.
   *
   * @param ordered it had been ordered, so that nobody knows yet whether it was done
   */
  record NoticeOff(String account, boolean ordered) implements OwnerLetter {}

  /** Before the reset. */
  record NoticeFinal(String account, Instant executeAt, boolean moves, String cancelCode)
      implements OwnerLetter {}

  /** After the reset. */
  record NoticeRecovered(String account, String cancelCode) implements OwnerLetter {}

  /** An owner objected, and nothing was changed. */
  record NoticeStopped(String account) implements OwnerLetter {}

  /**
   * An owner objected after the reset, or while it was carried out.
   *
   * @param security the security contact was told, besides the staff
   */
  record NoticeDisputed(String account, boolean security) implements OwnerLetter {}
}
