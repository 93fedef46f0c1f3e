package dev.latchkey.flow.due;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;

/** Every owner is told a last time, and has from now on as long as the policy says to object. */
final class FinalNotice implements DueStep {
  private final CourtesySchedule courtesy;
  private final Notices notices;

  FinalNotice(CourtesySchedule courtesy, Notices notices) {
    this.courtesy = courtesy;
    this.notices = notices;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Instant executeAt = courtesy.executeAtLast(ticket.next().orElseThrow().at(), context.now());
    Ticket reminded =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.FINAL_NOTICE.name()));
    reminded = context.keep(reminded.change().next(FollowUp.EXECUTE, executeAt).build());
    notices.last(context, reminded, executeAt);
  }
}
