package dev.latchkey.triage.learned;

import java.util.Locale;

/** What a heading or a question in somebody's own words asks for, beside an answer. */
public enum Asks {
  NAME,
  REASON,
  /** Whether recovery codes are there. */
  CODES,
  /** Whether the code of conduct is agreed to. */
  CONDUCT,
  /** Whether it is understood that it takes time and may be declined. */
  WAIT,
  ADDRESSES,
  PROJECTS,
  SITE,
  /** Whether the registered mailbox can be read. */
  MAILBOX,
  /** Whether the second factor is there. */
  DEVICE,
  /** Whether the password is known. */
  PASSWORD,
  /** Anything else that belongs to a request. */
  DETAILS,
  /** Nothing that belongs to one. */
  NONE;

  private final String question = "asks " + name().toLowerCase(Locale.ROOT);

  /** Its question to the model. */
  String question() {
    return question;
  }
}
