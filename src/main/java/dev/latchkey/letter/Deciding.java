package dev.latchkey.letter;

/** Why people decide on a request now. */
public enum Deciding {
  /** What was asked for is there. */
  COMPLETE,
  /** It goes back to the one who asked something, and who has the answer now. */
  ANSWERED,
  /** The time for proof is over: the requester sent nothing that there is to thank for. */
  LATE
}
