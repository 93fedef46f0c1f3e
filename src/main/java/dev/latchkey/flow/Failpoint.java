package dev.latchkey.flow;

/** The moments at which a crash would hurt most; a test ends the process there. */
public enum Failpoint {
  /** Downloaded, not yet in the database. */
  MAIL_FETCHED,
  /** In the database, still in the inbox. */
  MAIL_STORED,
  /** Attempt counted, work not begun. */
  MAIL_CLAIMED,
  /** Everything of a flow is committed. */
  MAIL_HANDLED,
  /** Accepted by the outgoing server, not yet marked as sent. */
  LETTER_SENT,
  /** The reset was asked for, its result is not yet written. */
  EXECUTED
}
