package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.OwnerObjections;
import dev.latchkey.flow.recovery.CompromiseAlert;
import dev.latchkey.flow.recovery.DangerAlarm;
import dev.latchkey.flow.reply.Denials;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What people hear at once of the words of a mail, whatever its flow makes of it: that somebody is
 * in the account, or that somebody is in danger.
 */
public final class AlarmsInWords {
  private final SecurityReplyFlow security;
  private final CompromiseAlert compromise;
  private final DangerAlarm danger;
  private final Denials denials = new Denials();

  public AlarmsInWords(SecurityReplyFlow security, CompromiseAlert compromise, DangerAlarm danger) {
    this.security = security;
    this.compromise = compromise;
    this.danger = danger;
  }

  /** Runs the flow of a mail, and tells what its words call for beside it. */
  Result beside(FlowContext context, Incoming mail, Addressee from, Supplier<Result> flow) {
    boolean heard = mail.writtenByPerson() && !(from instanceof Addressee.Staff);
    boolean owner = from instanceof Addressee.Owner;
    boolean contact = security.isContact(mail);
    // Nobody is warned twice of what the security contact reports.
    boolean breakIn =
        heard
            && !owner
            && !(contact && from instanceof Addressee.Stranger)
            && mail.triaged().tellsOfCompromise()
            && !(outside(from) && denials.only(context, mail));
    Result result = flow.get();
    if (result.ticketId().isEmpty()) {
      return result;
    }
    Ticket told = context.work().tickets().load(result.ticketId().get());
    Set<Danger> dangers =
        heard && !contact ? DangerAlarm.dangers(told, mail, owner) : EnumSet.noneOf(Danger.class);
    // Who only says that they never asked tells of nobody who came in.
    boolean denied = result.outcome() == Outcome.WITHDRAWN && denials.plain(mail);
    if (breakIn && !denied) {
      // Who defends a recovery that was objected to speaks of that; the staff read it at once.
      if (!(from instanceof Addressee.Claimant) || !isObjectedTo(context, told)) {
        if (dangers.isEmpty()) {
          compromise.tell(context, told, mail);
        } else {
          dangers.add(Danger.INSIDE);
        }
      } else if (result.outcome().objects()) {
        // They did not ask, and somebody has their mailbox: the staff read it as an objection.
        compromise.tellContact(context, told, mail);
      }
    }
    if (!dangers.isEmpty()) {
      danger.tell(context, context.work().tickets().load(told.id()), mail, dangers);
    }
    return result;
  }

  /** Whether nothing ties it to a request of its writer's own. */
  private static boolean outside(Addressee from) {
    return from instanceof Addressee.Stranger
        || (from instanceof Addressee.Claimant claimant
            && claimant.way() == Addressee.Way.ELSEWHERE);
  }

  private static boolean isObjectedTo(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.CONTESTED && OwnerObjections.any(context, ticket);
  }
}
