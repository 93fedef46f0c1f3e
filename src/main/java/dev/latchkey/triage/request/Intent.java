package dev.latchkey.triage.request;

import java.util.Locale;

/** What a requester's later mail is about. */
public enum Intent {
  /** It is over: recovered alone, or no longer wanted. */
  RESOLVED,
  /** How is it going? */
  STATUS,
  /** I did what you asked. */
  DONE,
  /** Tells what we asked, or what we did not. */
  ANSWERS,
  /** Asks how, what or why. */
  QUESTION,
  /** I cannot do what you ask. */
  CANNOT,
  /** Nothing but thanks. */
  THANKS,
  /** I shall do it later. */
  MORE_TIME,
  OTHER;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
