package dev.latchkey.ticket;

import dev.latchkey.mail.SafeText;
import java.util.OptionalLong;

/**
 * Why an event happened.
 *
 * @param authentication how the actor was authenticated, for example {@code dmarc+token}; {@code
 *     none} when they were not
 * @param mailId the mail that caused it
 * @param detail what a person who reads the history wants to know; secrets removed; cut to what is
 *     kept
 */
public record Cause(Actor actor, String authentication, OptionalLong mailId, String detail) {

  /** The {@code authentication} of an actor whom nothing proved. */
  public static final String UNPROVED = "none";

  /** The {@code authentication} of an actor in whose name a mail was that failed DMARC. */
  public static final String FAILED = "failed";

  /** What a column of TEXT holds. */
  private static final int MOST_OCTETS = 65_535;

  private static final int LONGEST_AUTHENTICATION = 100;

  public Cause {
    authentication = SafeText.cut(authentication, LONGEST_AUTHENTICATION);
    detail = SafeText.octets(detail, MOST_OCTETS);
  }

  /** The desk did it by itself. */
  public static Cause desk(String detail) {
    return new Cause(Actor.DESK, UNPROVED, OptionalLong.empty(), detail);
  }

  /** Whether anything showed that the actor is who they say. */
  public boolean proved() {
    return !authentication.equals(UNPROVED) && !failed();
  }

  /** Whether the mail in the actor's name failed DMARC (RFC 7489 section 6.6.2). */
  public boolean failed() {
    return authentication.equals(FAILED);
  }

  /** The same cause with other words. */
  public Cause withDetail(String words) {
    return new Cause(actor, authentication, mailId, words);
  }
}
