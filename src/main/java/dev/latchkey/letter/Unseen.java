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
  LEADS_AWAY,
  /** The token is there, at a place that was put on record too late to prove anything. */
  TOO_NEW,
  /** A signature is there, by a key that is not on record or that may not sign. */
  OTHER_KEY,
  /** A signature is there, and does not fit the text, or the text is not the token. */
  NOT_SIGNED,
  /** A signature is there, and its time, or that of its key, is over. */
  TOO_OLD,
  /** A signature is there that cannot be read, or is attached. */
  UNREADABLE
}
