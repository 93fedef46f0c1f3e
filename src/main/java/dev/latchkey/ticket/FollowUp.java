package dev.latchkey.ticket;

/** What time brings to a ticket that waits. */
public enum FollowUp {
  /** A courtesy: we still wait for you. */
  REMIND(true),
  /** The last one before it expires. */
  LAST_CALL(true),
  EXPIRE(true),
  /** A sign of life to the requester while the staff must act, and a nudge to the staff. */
  SIGN_OF_LIFE(false),
  /** The date that staff parked it until. */
  HOLD_ENDS(true),
  /** Owners who have long to object are told once more on the way. */
  MID_NOTICE(true),
  /** The last notice to the owners before the execution. */
  FINAL_NOTICE(true),
  /** The cooling-off time is over; put off while owners had too little time to object. */
  EXECUTE(false);

  private final boolean once;

  FollowUp(boolean once) {
    this.once = once;
  }

  /** Whether it happens once in a stay in a state; the others come again and again. */
  public boolean once() {
    return once;
  }
}
