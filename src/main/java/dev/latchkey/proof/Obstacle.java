package dev.latchkey.proof;

/** Why the desk could not look. */
public enum Obstacle {
  /** The account has no such place on record, or has it no more. */
  NOT_ON_RECORD,
  /** By the settings only people look. */
  LEFT_TO_PEOPLE,
  /** The name of the host does not exist. */
  NO_SUCH_HOST,
  /** The name leads to an address that is not public. */
  NOT_PUBLIC,
  /** Nobody answers, not in time, or only that it is out of order. */
  AWAY,
  /** The server cannot prove that it is the host on record. */
  BAD_CERTIFICATE,
  /** There is nothing at the address, or only for those who may see it. */
  CLOSED,
  /** It leads to another host, to another port or away from HTTPS. */
  LEADS_AWAY,
  /** It leads to somebody else on the same host. */
  OTHER_OWNER,
  /** The link to it was put on record too late to prove anything. */
  TOO_NEW,
  /** It leads from one address to the next without end. */
  LEADS_IN_CIRCLES,
  /** There is more than the desk reads. */
  TOO_LARGE,
  /** The answer is none that the desk understands. */
  UNREADABLE
}
