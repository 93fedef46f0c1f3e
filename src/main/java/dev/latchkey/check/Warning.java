package dev.latchkey.check;

import java.time.Instant;

/**
 * Something that speaks against a recovery, or for a closer look.
 *
 * @param source what it was seen in, for staff
 */
public record Warning(Kind kind, String source, Instant at) {

  /** The kinds of DESIGN section 2. */
  public enum Kind {
    ADDRESS_CHANGED("a registered address was changed within 30 days"),
    SECOND_FACTOR_CHANGED("the second factor was changed within 30 days"),
    OWNER_OBJECTED("an owner cancelled or said \"not me\" within 90 days"),
    CODE_FROM_ELSEWHERE("a code was answered from another address than it was sent to"),
    SEVERAL_CLAIMANTS("several people claim the account"),
    LOOKALIKE_ADDRESS("the requester's address looks like a registered one"),
    ACCOUNT_UNKNOWN("the account directory knows no such account"),
    CONTRADICTION("something the requester states contradicts the account directory");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** The warning in words, for staff. */
    public String sentence() {
      return sentence;
    }
  }
}
