package dev.latchkey.ticket;

/** What the writer of a mail tells of that may be the ruin of an account, and that never waits. */
public enum Danger {
  /** Somebody else is in the account. */
  INSIDE,
  /** Recovery codes, or a device that gets one in, are in the hands of a thief. */
  TAKEN,
  /** They want the account to be blocked. */
  BLOCK,
  /** Somebody who passes for the desk asked them for a code. */
  POSED,
  /** Somebody wants them to vouch for another or to confirm one, or a mail wants a code of them. */
  APPROACHED
}
