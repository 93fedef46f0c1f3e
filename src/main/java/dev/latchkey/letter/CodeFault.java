package dev.latchkey.letter;

/** Why the desk cannot read a code that somebody sent. */
public enum CodeFault {
  /** It is spelled out, incomplete, or has a sign that is not in it. */
  UNREADABLE,
  /** It is in a file. */
  IN_FILE,
  /** They write that they send it, and there is none. */
  MISSING
}
