package dev.latchkey.trust.secret;

/** What a reply token was issued for; it is good for nothing else. */
public enum TokenPurpose {
  /** A mail of the requester belongs to a ticket. */
  THREAD,
  /** A registered address answers its code. */
  PROVE,
  /** A registered address stops a recovery. */
  CANCEL,
  /** A staff member decides the case that was put before them. */
  DECIDE,
  /** A staff member says that a task is done. */
  TASK,
  /** Whoever wants an address for the account can read it. */
  CONFIRM,
  /** Another owner of the same thing vouches for who asks. */
  VOUCH
}
