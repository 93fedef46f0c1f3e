package dev.latchkey.outgoing;

/** What became of a letter in the outbox. */
public enum OutboxState {
  /** It shall be sent, at its next attempt. */
  PENDING,
  /** The server took the responsibility. */
  SENT,
  /** It could not be sent and waits for a person. */
  PARKED,
  /** It is over its budget, and is sent as soon as that allows. */
  WAITING,
  /** It was over its budget, or true no more when that allowed it; only an operator sends it. */
  DROPPED,
  /** Its words stand in another letter to the same reader, which was written at the same moment. */
  INSIDE
}
