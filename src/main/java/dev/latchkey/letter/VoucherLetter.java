package dev.latchkey.letter;

import java.time.Instant;

/**
 * To another owner of something that the account owns, who is asked to vouch for who claims it.
 * Nothing in it comes from the requester, and an answer to each can stop the recovery.
 *
 * <p>{@code account}: its name as the directory has it, never as the requester wrote it.
 */
@Charged(MailClass.ANSWER)
public sealed interface VoucherLetter extends Letter {

  /**
   * Do you know them?
   *
   * @param project what both own, as the directory has it
   * @param code what vouches, from this address
   */
  @Charged(MailClass.CODE)
  record Vouch(String account, String project, String code, Instant expiresAt)
      implements VoucherLetter {}

  /**
   * What became of their answer.
   *
   * @param open the recovery goes on, so that a "no" stops it
   */
  record VouchHeard(String account, Vouched heard, boolean open) implements VoucherLetter {}
}
