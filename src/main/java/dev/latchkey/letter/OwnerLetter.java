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

  /** The code that came from this address could not be used. */
  @Charged(MailClass.ANSWER)
  record CodeRefused(String account) implements OwnerLetter {}

  /**
   * At the first real evidence. It can be caused by anybody who reads a mailbox of the account, so
   * it is the one notice that a budget may hold back.
   */
  record NoticeStarted(String account, String cancelCode) implements OwnerLetter {}

  /**
   * At the approval.
   *
   * @param again another notice comes before it is carried out
   */
  record NoticeApproved(String account, Instant executeAt, boolean again, String cancelCode)
      implements OwnerLetter {}

  /** Before the reset. */
  record NoticeFinal(String account, Instant executeAt, String cancelCode) implements OwnerLetter {}

  /** After the reset. */
  record NoticeRecovered(String account, String cancelCode) implements OwnerLetter {}

  /** An owner objected, and nothing was changed. */
  record NoticeStopped(String account) implements OwnerLetter {}

  /** An owner objected after the reset, or while it was carried out. */
  record NoticeDisputed(String account) implements OwnerLetter {}
}
