package dev.latchkey.triage.mark;

import java.util.Locale;

/** What wrote a mail. */
public enum MailKind {
  HUMAN,
  /** Out-of-office and other automatic answers (RFC 3834). */
  AUTO_REPLY,
  /** A delivery status notification: it will never arrive (RFC 3464, class 5). */
  BOUNCE_PERMANENT,
  /** A delivery status notification: it was given up for a passing reason (class 4, failed). */
  BOUNCE_TEMPORARY,
  /** Still trying (RFC 3464 action delayed). */
  DELIVERY_DELAY,
  /** It arrived (RFC 3464 action delivered, relayed, expanded), or was displayed (RFC 8098). */
  DSN_SUCCESS,
  /** A complaint (RFC 5965). */
  FEEDBACK_REPORT,
  /** Mailing list or bulk mail. */
  LIST,
  /** Our own mail, come back. */
  LOOP;

  /** The word used in JSON and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
