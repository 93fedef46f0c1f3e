package dev.latchkey.letter;

/** Why a code of an owner did not count. */
public enum CodeRefusal {
  /** There was none in the mail. */
  MISSING,
  WRONG,
  EXPIRED,
  /** It counted before. */
  USED,
  /** Too many wrong ones came. */
  EXHAUSTED,
  /** Nobody can tell whether they typed it, or a program sent our letter back. */
  REPEATED,
  /** It came from another address than it was sent to. */
  ELSEWHERE,
  /** It is the right one, from the right address; it had come from another one before. */
  TAKEN,
  /** The ticket needs none any more. */
  NOT_NEEDED
}
