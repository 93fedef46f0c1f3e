package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;

/**
 * Owners who have long to object are told once more: the first notice may have been overlooked. Not
 * where the last notice is due as well, for that one tells them the day as it is now.
 */
final class MidNotice implements DueStep {
  private final CourtesySchedule courtesy;
  private final Notices notices;

  MidNotice(CourtesySchedule courtesy, Notices notices) {
    this.courtesy = courtesy;
    this.notices = notices;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Instant planned = ticket.next().orElseThrow().at();
    Ticket reminded =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.MID_NOTICE.name()));
    reminded = context.keep(courtesy.afterMidNotice(reminded, planned));
    if (reminded.next().orElseThrow().at().isAfter(context.now())) {
      notices.approved(context, reminded, courtesy.planned(reminded).orElseThrow(), true);
    }
  }
}
