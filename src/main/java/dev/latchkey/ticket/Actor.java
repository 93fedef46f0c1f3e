package dev.latchkey.ticket;

/**
 * Who caused an event.
 *
 * @param name a mail address, or {@code desk}
 */
public record Actor(Kind kind, String name) {
  /** In what role. */
  public enum Kind {
    REQUESTER,
    OWNER,
    /** Another owner of the same thing, who was asked to vouch. */
    VOUCHER,
    STAFF,
    OPERATOR,
    DESK
  }

  /** The desk itself: time, or a rule. */
  public static final Actor DESK = new Actor(Kind.DESK, "desk");
}
