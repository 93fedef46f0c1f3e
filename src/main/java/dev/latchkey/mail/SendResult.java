package dev.latchkey.mail;

/** How the server answered one mail. Texts of servers are one cleaned line of at most 200. */
public sealed interface SendResult {

  /** The server took the responsibility (250 after the final dot). */
  record Accepted(String reply) implements SendResult {}

  /** It will never take it (5xx), on account of its recipient or its text. */
  record Refused(int code, String reply) implements SendResult {}

  /**
   * It will not take it (5xx), and nothing says that this letter or its recipient is the reason:
   * what a relay says to everybody while it is set up wrongly.
   */
  record RefusedToUs(int code, String reply) implements SendResult {}

  /** Not now (4xx on recipient or data, greylisting). */
  record Deferred(int code, String reply) implements SendResult {}

  /** The server was not reached, or lost before it had the mail; says nothing about the mail. */
  record NoConnection(String reason) implements SendResult {}

  /**
   * It had all of the mail, and no answer came: nobody can tell whether it took it (RFC 5321
   * section 4.5.3.2.6).
   */
  record NoAnswer(String reason) implements SendResult {}
}
