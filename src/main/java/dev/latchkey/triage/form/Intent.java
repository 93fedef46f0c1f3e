package dev.latchkey.triage.form;

import java.util.Locale;

/** What a requester's later mail is about. */
public enum Intent {
  /** It is over: recovered alone, or no longer wanted. */
  RESOLVED,
  /** How is it going? */
  STATUS,
  /** I did what you asked. */
  DONE,
  /** Tells what was asked for. */
  ANSWERS,
  /** How, what, why? */
  QUESTION,
  /** Cannot do what is asked. */
  CANNOT,
  /** Thanks, and nothing else. */
  THANKS,
  MORE_TIME,
  OTHER;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
