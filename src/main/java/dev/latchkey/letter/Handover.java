package dev.latchkey.letter;

/** Why a person of the staff looks at a request now, as its requester is told. */
public enum Handover {
  /** Two answers in a row brought nothing that was asked for. */
  NOT_UNDERSTOOD,
  /** The staff asked, and they named the account, which nobody knew until then. */
  ACCOUNT_NAMED,
  /** They say that a proof is there, where only a person can look. */
  PROOF_UNSEEN,
  /** Nothing that an account of this directory has on record could be shown by mail. */
  NOTHING_TO_SHOW,
  /** They cannot bring any of the proofs that were asked for. */
  NO_PROOF,
  /** They cannot bring any but the word of somebody whom they named. */
  OTHERS_GONE,
  /** Their own address proved itself, and the other one cannot be read any more. */
  OTHER_ADDRESS_GONE,
  /** The account system refuses the recovery codes. */
  CODES_REFUSED,
  /** Something came after the reset. */
  AFTER_RECOVERY,
  /** Something new came after it was declined. */
  AFTER_REJECTION,
  /** Something new came after it was closed. */
  AFTER_END,
  /** It stood still, and a member of staff put it back before them. */
  RESUMED,
  /** A member of staff took it before them, whatever it waited for. */
  TAKEN_UP;

  /** Whether they have nothing to prove with, or nothing but what others say. */
  public boolean proofless() {
    return this == NOTHING_TO_SHOW || this == NO_PROOF || this == OTHERS_GONE;
  }
}
