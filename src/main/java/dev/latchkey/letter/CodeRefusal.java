package dev.latchkey.letter;

/** Why a code of an owner did not count. */
public enum CodeRefusal {
  /** There was none in the mail. */
  MISSING,
  WRONG,
  /** Nobody can read it: it is spelled out, incomplete, or mistyped. */
  UNREADABLE,
  /** It is said to be in a file. */
  IN_FILE,
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
  /** No other can be sent for now, and the last one still counts. */
  KEPT,
  /** The ticket needs none any more. */
  NOT_NEEDED
}
