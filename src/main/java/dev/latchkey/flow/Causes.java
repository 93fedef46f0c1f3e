package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import java.util.OptionalLong;

/** Writes down who caused an event and how they were authenticated. */
public final class Causes {
  private Causes() {}

  /** A mail is the cause, and its sender may be another than who counts as its actor. */
  public static Cause of(Incoming mail, Actor actor, String authentication, String detail) {
    return new Cause(actor, authentication, OptionalLong.of(mail.id()), detail);
  }

  /** A mail of who asked, by as much as its sender was authenticated. */
  public static Cause requester(Incoming mail, EmailAddress requester, String detail) {
    Actor actor = new Actor(Actor.Kind.REQUESTER, requester);
    return of(mail, actor, mail.authentication(), detail);
  }

  /** Who has, or had, a registered address of the account. */
  public static Actor owner(EmailAddress address) {
    return new Actor(Actor.Kind.OWNER, address);
  }

  /** Who was asked to vouch. */
  public static Actor voucher(EmailAddress address) {
    return new Actor(Actor.Kind.VOUCHER, address);
  }

  /** A member of the staff. */
  public static Actor staff(EmailAddress address) {
    return new Actor(Actor.Kind.STAFF, address);
  }
}
