package dev.latchkey.triage.form;

/** An answer to a question of the form that stands in a sentence. */
public enum Said {
  CODES_LOST,
  CODES_NEVER_MADE,
  CODES_NONE,
  CODES_HAVE,
  CODES_MAYBE,
  /** The account never had a second factor. */
  NO_SECOND_FACTOR,
  /** They fear, or ask, whether somebody else is in the account. */
  AFRAID,
  /** They agree to the code of conduct. */
  AGREES,
  /** They do not agree to the code of conduct, or did not read it. */
  DISAGREES,
  /** They know that it takes time. */
  CAN_WAIT,
  /** They do not accept the terms, or did not read them. */
  CANNOT_WAIT;

  /** Whether it says something of recovery codes. */
  public boolean isOfCodes() {
    return compareTo(CODES_MAYBE) <= 0;
  }
}
