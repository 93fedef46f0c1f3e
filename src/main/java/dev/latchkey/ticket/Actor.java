package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import java.util.Optional;

/**
 * Who caused an event.
 *
 * @param name a mail address; the login of an operator; {@code desk}; what stood in From where that
 *     is no address
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

  /** Who acted by mail. */
  public Actor(Kind kind, EmailAddress address) {
    this(kind, address.toString());
  }

  /**
   * Whether they gave a command: a member of staff by mail, or the operator at the desk's machine.
   */
  public boolean commands() {
    return kind == Kind.STAFF || kind == Kind.OPERATOR;
  }

  /** Whose mail it was; empty where no mail with one readable sender was. */
  public Optional<EmailAddress> address() {
    return EmailAddress.find(name);
  }

  /** Whether this address acted, in whatever role. */
  public boolean is(EmailAddress address) {
    return name.equals(address.toString());
  }
}
