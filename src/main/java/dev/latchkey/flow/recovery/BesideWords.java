package dev.latchkey.flow.recovery;

/** What of a code stands beside an owner's words that a person has to read. */
public enum BesideWords {
  /** There is none, or none that is right. */
  NO_CODE,
  /** It was right and counts. */
  CODE_COUNTS,
  /** It was right, and counts only when a person has read the words, or it is sent again. */
  CODE_WAITS
}
