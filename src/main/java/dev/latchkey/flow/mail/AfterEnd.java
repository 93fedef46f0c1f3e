package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.HandOver;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.letter.Handover;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.request.Intent;
import dev.latchkey.triage.request.Wish;
import java.util.Set;

/**
 * A mail to a ticket that is closed. Thanks are kept; anything new goes before a person, in the
 * same ticket and with all that was proved before.
 */
final class AfterEnd {
  private final HandOver handOver;
  private final Proving proving;
  private final StatusReply status;
  private final RivalClaims rivalry;

  AfterEnd(HandOver handOver, Proving proving, StatusReply status, RivalClaims rivalry) {
    this.handOver = handOver;
    this.proving = proving;
    this.status = status;
    this.rivalry = rivalry;
  }

  Result run(FlowContext context, Ticket ticket, Incoming mail) {
    Intent intent = mail.triaged().intent().intent();
    Set<Wish> wishes = mail.triaged().intent().wishes();
    boolean failed = wishes.contains(Wish.NOT_WORKING) || wishes.contains(Wish.NO_MAIL);
    if (mail.saysNothingNew()
        || (mail.triaged().intent().over() && mail.triaged().intent().sure() && !failed)) {
      return Written.kept(context, ticket, mail);
    }
    boolean taken = !rivalry.mayLead(context, ticket);
    boolean statusAlone =
        intent == Intent.STATUS
            && wishes.stream().allMatch(Wish.QUESTION::equals)
            && (ticket.state() != TicketState.RECOVERED || status.isAll(context, ticket, mail));
    if (taken && !statusAlone) {
      // It waits beside the other one, so what is new has to reach a person as it is.
      context.work().messages().untold(mail.id());
    }
    if (statusAlone || status.late(context, ticket)) {
      return status.tell(context, ticket, mail);
    }
    Ticket placed = ticket;
    if (taken) {
      // Its requester reads the same words: that somebody else claims the account is not said.
      placed = context.keep(ticket.change().beside(true).build());
    } else {
      rivalry.makeWay(context, ticket, Written.cause(mail, ticket, "has proof of its own"));
    }
    Ticket open =
        handOver.toStaff(
            context,
            placed,
            TicketEvent.REOPENED,
            Written.cause(mail, ticket),
            why(ticket),
            StatusReply.reason(context, ticket));
    if (mail.triaged().intent().wishes().contains(Wish.NEW_CODE)) {
      proving.sendCodes(context, open);
    }
    return Result.of(Outcome.REOPENED, open, "");
  }

  private static Handover why(Ticket ticket) {
    return switch (ticket.state()) {
      case RECOVERED -> Handover.AFTER_RECOVERY;
      case REJECTED -> Handover.AFTER_REJECTION;
      default -> Handover.AFTER_END;
    };
  }
}
