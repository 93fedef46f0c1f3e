package dev.latchkey.trust.staff;

/**
 * What stands between a staff member's mail and its effect, in the order in which it is checked.
 * The first that is closed ends it.
 */
public enum Gate {
  /** Mail programs may read it in different ways. */
  STRUCTURE,
  /** A program sent it. */
  WRITTEN_BY_PERSON,
  /** The mail server could not prove its sender. */
  ORIGIN,
  /** It did not go to the reply address of a case. */
  TOKEN_UNKNOWN,
  /** The reply address was given to somebody else. */
  TOKEN_NOT_THEIRS,
  NOT_STAFF,
  REPLY_TO_DIFFERS,
  /** From here on it is known who wrote it: what fails is told to them. */
  SIGNATURE,
  /** It says of itself that somebody else sent it for them, or sent it on. */
  SENT_BY_ANOTHER,
  /** It was written long before it reached our server: an old mail may have been sent again. */
  WRITTEN_LONG_AGO,
  /** It is dated after the day on which it reached our server: it would look new for ever. */
  WRITTEN_AHEAD,
  TOKEN_EXPIRED,
  TOKEN_USED,
  /** Five one-time passwords of theirs were wrong, one after another, within the last hour. */
  LOCKED,
  /** Of staff, but may not approve. */
  NOT_APPROVER,
  /** DONE to a mail that is no task, or one of an earlier round. */
  NOT_A_TASK,
  CODE,
  EVIDENCE_CHANGED,
  BELOW_FLOOR,
  /** They are the requester or an owner. */
  OWN_CASE,
  ALREADY_APPROVED,
  SECOND_FACTOR
}
