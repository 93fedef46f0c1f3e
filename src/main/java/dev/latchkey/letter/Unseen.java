package dev.latchkey.letter;

/** What stood in the way of a look for a proof, as its requester is told. */
public enum Unseen {
  /** The place answers, and the token is not there. */
  NOT_THERE,
  /** The place does not answer, or not as it should. */
  AWAY,
  /** There is nothing, or only for who is logged in. */
  CLOSED,
  /** It leads somewhere else, which does not count. */
  LEADS_AWAY
}
