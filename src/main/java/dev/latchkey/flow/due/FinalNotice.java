package dev.latchkey.flow.due;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;

/** Every owner is told a last time, a day before the execution. */
final class FinalNotice implements DueStep {
  private final Notices notices;

  FinalNotice(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Instant executeAt = ticket.nextFollowUpAt().orElseThrow().plus(Duration.ofDays(1));
    Ticket reminded =
        context.apply(ticket, TicketEvent.REMINDED, Cause.desk(FollowUp.FINAL_NOTICE.name()));
    reminded = context.keep(reminded.change().next(FollowUp.EXECUTE, executeAt).build());
    notices.last(context, reminded, executeAt);
  }
}
