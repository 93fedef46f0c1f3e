package dev.latchkey.flow.proving;

/** What became of the wish of an address for another code. */
public enum CodeWish {
  SENT,
  /** Another would have to wait for its budget, and the last one is still good. */
  KEPT,
  /** It is none of those that get any. */
  NONE
}
