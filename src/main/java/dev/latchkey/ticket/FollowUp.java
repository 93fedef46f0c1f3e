package dev.latchkey.ticket;

/** What time brings to a ticket that waits. Each happens once per ticket and stay in a state. */
public enum FollowUp {
  /** A courtesy: we still wait for you. */
  REMIND,
  /** The last one before it expires. */
  LAST_CALL,
  EXPIRE,
  /** A sign of life to the requester while the staff must act, and a nudge to the staff. */
  SIGN_OF_LIFE,
  /** The date that staff parked it until. */
  HOLD_ENDS,
  /** The notice 24 hours before the execution. */
  FINAL_NOTICE,
  /** The cooling-off time is over. */
  EXECUTE
}
