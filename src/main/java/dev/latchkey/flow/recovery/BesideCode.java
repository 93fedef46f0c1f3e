package dev.latchkey.flow.recovery;

/** What a mail holds beside the code or the proof that completes its request. */
public enum BesideCode {
  NOTHING,
  /** Words of its requester that a person reads; the case shows them. */
  WORDS
}
