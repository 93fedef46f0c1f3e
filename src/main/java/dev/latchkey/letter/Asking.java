package dev.latchkey.letter;

/** Why a proof is asked for, as its first sentence says. */
public enum Asking {
  /** The code was right; it is not enough. */
  FIRST,
  /** Nobody can read the registered mailbox. */
  MAILBOX_LOST,
  /** A proof was seen; another one is needed. */
  SEEN,
  /** The one before is not possible. */
  INSTEAD,
  /** Nothing came so far. */
  AGAIN,
  /** The code came, and nobody can tell whether they typed it. */
  CODE_REPEATED,
  /** The request is open again; what was asked for before is asked for anew. */
  REOPENED
}
