package dev.latchkey.ticket;

import java.util.OptionalLong;

/**
 * Why an event happened.
 *
 * @param authentication how the actor was authenticated, for example {@code dmarc+token}; {@code
 *     none} when they were not
 * @param mailId the mail that caused it
 * @param detail what a person who reads the history wants to know; secrets removed
 */
public record Cause(Actor actor, String authentication, OptionalLong mailId, String detail) {

  /** The desk did it by itself. */
  public static Cause desk(String detail) {
    return new Cause(Actor.DESK, "none", OptionalLong.empty(), detail);
  }

  /** The same cause with other words. */
  public Cause withDetail(String words) {
    return new Cause(actor, authentication, mailId, words);
  }
}
