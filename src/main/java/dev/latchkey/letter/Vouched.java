package dev.latchkey.letter;

/** What became of an answer of somebody who was asked to vouch, as they are told. */
public enum Vouched {
  /** Their code counts. */
  COUNTED,
  /** They said no: the recovery is stopped. */
  STOPPED,
  /** The recovery stands still until a person has read their words. */
  WAITS,
  /** The staff have their words. */
  TOLD,
  /** They know the person, and sent no code. */
  CODE_MISSING,
  /** They sent an answer without words. */
  NO_WORDS,
  CODE_WRONG,
  /** Nobody can read it: it is spelled out, mistyped, or in a file. */
  CODE_UNREADABLE,
  CODE_EXPIRED,
  CODE_USED,
  /** Too many wrong ones came. */
  CODE_EXHAUSTED,
  /** Nobody can tell whether they typed it, or a program sent our letter back. */
  CODE_REPEATED,
  /** Nobody needs it any more. */
  NOT_NEEDED
}
