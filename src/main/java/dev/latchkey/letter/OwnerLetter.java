package dev.latchkey.letter;

import java.time.Instant;
import java.util.Optional;

/**
 * To a registered address of the account. Nothing in it comes from the requester, and each goes out
 * with a reply address at which an answer can stop the recovery.
 *
 * <p>{@code account} is its name as the directory has it, never as the requester wrote it.
 */
@Charged(MailClass.NOTICE)
public sealed interface OwnerLetter extends Letter
    permits OwnerLetter.Code,
        OwnerLetter.CodeRefused,
        OwnerLetter.CodeNotFromHere,
        OwnerLetter.OwnerHeard,
        OwnerLetter.NoWords,
        OwnerLetter.CodeHeld,
        OwnerLetter.OwnerNoted,
        OwnerLetter.OwnerDecided,
        NoticeLetter,
        OwnerLetter.StaffWrote {

  /**
   * The same, to an owner who asked for the recovery themselves: it says as well what that letter
   * would say to them at the same moment. Empty where each has to be read by itself.
   */
  default Optional<OwnerLetter> sayingAsWell(RequesterLetter letter) {
    return Optional.empty();
  }

  /** The same, which says as well what that notice would say to the same owner. */
  default Optional<OwnerLetter> sayingAsWell(OwnerLetter letter) {
    return Optional.empty();
  }

  /**
   * Answer with this code if it was you.
   *
   * @param own a registered address asked for it, DMARC passed
   * @param another whoever asked had another request before, so that their first letter may name
   *     that one
   * @param asked the request came from this very address, and its sender was proved
   * @param helped whoever asked says that they write in the owner's place
   */
  @Charged(MailClass.CODE)
  record Code(
      String account,
      String code,
      Instant expiresAt,
      boolean own,
      boolean another,
      boolean asked,
      boolean helped)
      implements OwnerLetter {
    @Override
    public MailClass mailClass() {
      return own ? MailClass.OWN_CODE : MailClass.CODE;
    }
  }

  /**
   * The code that came from this address, or had gone to it, could not be used, and why; or there
   * was none.
   *
   * @param sent there was one
   * @param another a new code can be asked for
   * @param over the recovery it belonged to is over, so that nothing is left to be stopped
   * @param reset it was carried out before
   * @param here it came from this address; else it had gone to it, and came from another one
   */
  @Charged(MailClass.ANSWER)
  record CodeRefused(
      String account,
      CodeRefusal why,
      boolean sent,
      boolean another,
      boolean over,
      boolean reset,
      boolean here)
      implements OwnerLetter {
    /** Where it came from, the reason tells. */
    public CodeRefused(
        String account,
        CodeRefusal why,
        boolean sent,
        boolean another,
        boolean over,
        boolean reset) {
      this(account, why, sent, another, over, reset, why != CodeRefusal.ELSEWHERE);
    }
  }

  /**
   * To whoever sent a code from another address than it had gone to: where it counts. It names
   * nobody and no account.
   */
  @Charged(MailClass.ANSWER)
  record CodeNotFromHere() implements OwnerLetter {}

  /**
   * They wrote something that only a person can read.
   *
   * @param told all staff are mailed their words now
   */
  @Charged(MailClass.ANSWER)
  record OwnerHeard(
      String account, RecoveryNow recovery, OwnerSaid said, CodeBeside code, boolean told)
      implements OwnerLetter {}

  /**
   * Their answer holds no words.
   *
   * @param code what they answered asks for a code, and one would count
   * @param over the request is closed
   */
  @Charged(MailClass.ANSWER)
  record NoWords(String account, boolean code, boolean over) implements OwnerLetter {}

  /**
   * Their code was right, and a person decides.
   *
   * @param waits the recovery stands still until then
   * @param more it waits for more proofs; else, where it does not wait, it lies before the staff
   */
  @Charged(MailClass.ANSWER)
  record CodeHeld(String account, boolean waits, boolean more) implements OwnerLetter {}

  /**
   * They wrote that it was them.
   *
   * @param goesOn the recovery goes on
   * @param waits it stands still until a person decided
   * @param alarmed an owner had objected, or staff had the account frozen, and nothing goes on
   * @param told all staff are mailed their words now
   * @param frozen staff had the account closed to everybody
   */
  @Charged(MailClass.ANSWER)
  record OwnerNoted(
      String account, boolean goesOn, boolean waits, boolean alarmed, boolean told, boolean frozen)
      implements OwnerLetter {}

  /**
   * They wrote something that only a person could read, and the staff have decided.
   *
   * @param held the recovery still stands still
   * @param over it is closed; otherwise, and where it is not held, it lies before the staff
   * @param objected they had said that they did not ask, and it is closed, or that stands
   * @param mistake what they read last was one of the staff, and was taken back
   * @param code a code went to this address, too, and did not come back
   * @param until the day on which it lies before the staff again by itself, where it is held
   */
  @Charged(MailClass.ANSWER)
  record OwnerDecided(
      String account,
      boolean held,
      boolean over,
      boolean objected,
      boolean code,
      Optional<Instant> until,
      boolean mistake)
      implements OwnerLetter {
    @Override
    public Optional<OwnerLetter> sayingAsWell(OwnerLetter letter) {
      return held
              && letter instanceof NoticeLetter.NoticeStopped stopped
              && !stopped.breakIn()
              && stopped.also().isEmpty()
          ? Optional.of(this)
          : Optional.empty();
    }
  }

  /**
   * A person of the staff answers what they wrote.
   *
   * @param text in the words of staff; empty for a mistake
   * @param mistake what was written before was one, and is taken back
   */
  @Charged(MailClass.ANSWER)
  record StaffWrote(String account, Text text, boolean mistake) implements OwnerLetter {}
}
