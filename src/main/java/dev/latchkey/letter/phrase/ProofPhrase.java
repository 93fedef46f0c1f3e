package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import java.util.List;

/** What became of a command about proofs: SAW, LIFT, VOUCH. */
public sealed interface ProofPhrase extends Phrase {

  /** A proof is kept that its reader saw, in a case that lies before the staff. */
  record ProofKept(String name) implements ProofPhrase {}

  /** The same where there is no case to be decided. */
  record ProofKeptQuietly(String name) implements ProofPhrase {}

  /** SAW with a typing error in the name of the proof. */
  record ProofMistyped(String typed, String meant, List<String> known) implements ProofPhrase {}

  /** SAW of something that is no proof. */
  record ProofUnknown(String typed, List<String> known) implements ProofPhrase {}

  /** SAW of what the desk sees by itself. */
  record ProofOfDesk(String name, List<String> known) implements ProofPhrase {}

  /** SAW of what only approvers record. */
  record ProofOfApprovers(String name, List<String> known) implements ProofPhrase {}

  /** SAW, where the policy lets its writer record nothing. */
  record NothingToRecord() implements ProofPhrase {}

  /** SAW without a place. */
  record ProofNeedsPlace(String name) implements ProofPhrase {}

  /** SAW of what is recorded already. */
  record ProofIsThere(String name) implements ProofPhrase {}

  /** SAW, while nobody knows which account it is about. */
  record ProofNeedsAccount() implements ProofPhrase {}

  /** LIFT, where nothing speaks against it. */
  record NothingToLift() implements ProofPhrase {}

  /** LIFT with a typing error in the name of the warning. */
  record WarningMistyped(String typed, String meant, List<String> known) implements ProofPhrase {}

  /** LIFT of something that is no warning of this case. */
  record WarningUnknown(String typed, List<String> known) implements ProofPhrase {}

  /** LIFT without a reason. */
  record LiftNeedsReason(String name) implements ProofPhrase {}

  /** A co-owner is asked to vouch. */
  record VoucherAsked(EmailAddress voucher) implements ProofPhrase {}

  /** VOUCH of somebody who is no co-owner on record. */
  record VoucherUnknown(String named, List<String> known) implements ProofPhrase {}

  /** VOUCH, where no co-owner is on record. */
  record VoucherNobody() implements ProofPhrase {}

  /** They became a co-owner too lately. */
  record VoucherTooNew(String named) implements ProofPhrase {}

  /** Nobody knows since when they are a co-owner. */
  record VoucherUndated(String named) implements ProofPhrase {}

  /** VOUCH of the requester, or of somebody whose mailbox is theirs or the account's. */
  record VoucherNotAnother(String named) implements ProofPhrase {}

  /** VOUCH of somebody who was asked before. */
  record VoucherAskedBefore(String named) implements ProofPhrase {}

  /** VOUCH, after as many were asked as may be. */
  record VouchersEnough(int most) implements ProofPhrase {}

  /** VOUCH, while the claim waits beside another one. */
  record VoucherBeside() implements ProofPhrase {}
}
