package dev.latchkey.outgoing;

import java.time.Instant;

/** What follows an attempt to send a letter. */
public sealed interface Next {

  /** It is gone. */
  record Sent(String reply) implements Next {}

  /**
   * Try again.
   *
   * @param attempts how many count from now on
   * @param reason one line for the operator
   */
  record RetryAt(Instant at, int attempts, String reason) implements Next {}

  /** Put it aside and tell a person. */
  record Park(String reason) implements Next {}
}
