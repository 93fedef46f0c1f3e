package dev.latchkey.check;

/** How much a recovery needs (DESIGN section 2), from least to most. */
public enum Level {
  /** No second factor, nothing published: the account system's own reset would do. */
  SELF,
  STANDARD,
  /** Address change, critical account, any warning, reopened. */
  HIGH,
  /** Only the mailbox is left: possible, never recommended. */
  EXCEPTION,
  /** Anything less: APPROVE is refused, whoever sends it. */
  FLOOR
}
