package dev.latchkey.outgoing;

/** Who a letter is for. */
public enum Audience {
  /** Whoever wrote to the desk; perhaps the owner, perhaps not. */
  REQUESTER,
  /** A registered address of the account. */
  OWNER,
  STAFF
}
