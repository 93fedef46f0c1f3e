package dev.latchkey.check;

/** How much a recovery needs (DESIGN section 2), from least to most. */
public enum Level {
  /** No second factor, reset to the registered address: the mailbox is all there is to lose. */
  SELF,
  /** A second factor is reset, the address works, the account is not critical. */
  STANDARD,
  /** Address change, critical account, any warning. */
  HIGH,
  /** One good proof and nothing more to be had: possible, never recommended. */
  SLOW,
  /** Anything less: APPROVE is refused, whoever sends it. */
  FLOOR
}
