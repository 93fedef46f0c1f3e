package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import java.util.OptionalLong;

/** Writes down who caused an event and how they were authenticated. */
public final class Causes {
  private Causes() {}

  public static Cause of(Incoming mail, Actor actor, String authentication, String detail) {
    return new Cause(actor, authentication, OptionalLong.of(mail.id()), detail);
  }

  public static Cause requester(Incoming mail, EmailAddress requester, String detail) {
    Actor actor = new Actor(Actor.Kind.REQUESTER, requester.toString());
    return of(mail, actor, mail.authentication(), detail);
  }

  public static Actor owner(EmailAddress address) {
    return new Actor(Actor.Kind.OWNER, address.toString());
  }

  public static Actor voucher(EmailAddress address) {
    return new Actor(Actor.Kind.VOUCHER, address.toString());
  }

  public static Actor staff(EmailAddress address) {
    return new Actor(Actor.Kind.STAFF, address.toString());
  }
}
