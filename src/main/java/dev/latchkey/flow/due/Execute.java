package dev.latchkey.flow.due;

import dev.latchkey.check.Assessment;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The last look: at least one notice was accepted, and nothing speaks against it since. */
final class Execute implements DueStep {
  /** How long an execution waits for a notice to be accepted before staff are told, and again. */
  private static final Duration NOTICE_WAIT = Duration.ofHours(6);

  private final Letters letters;
  private final Review review;

  Execute(Letters letters, Review review) {
    this.letters = letters;
    this.review = review;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Assessment assessment = review.assess(context, ticket);
    if (!assessment.aboveFloor()) {
      hold(context, ticket, assessment);
      return;
    }
    Instant since = ticket.decidedAt().orElseThrow();
    if (context.work().outbox().countAccepted(ticket.id(), Letter.NOTICE_APPROVED, since) == 0) {
      defer(context, ticket);
      return;
    }
    Ticket executing =
        context.apply(ticket, TicketEvent.COOLED_OFF, Cause.desk("nobody objected in time"));
    context
        .work()
        .executions()
        .order(executing.reference() + "-" + executing.round(), executing.id());
  }

  private void hold(FlowContext context, Ticket ticket, Assessment assessment) {
    Ticket held =
        context.apply(
            ticket, TicketEvent.HELD, Cause.desk("what the approval stood on has changed"));
    letters.toAllStaff(
        context,
        held,
        Letter.CONTESTED,
        "held " + held.version(),
        Map.of(
            "why",
            "What the approval stood on has changed; nothing was executed.",
            "lines",
            assessment.lacking()));
  }

  private void defer(FlowContext context, Ticket ticket) {
    Ticket deferred =
        context.apply(
            ticket,
            TicketEvent.EXECUTION_DEFERRED,
            Cause.desk("no notice to an owner was accepted yet"));
    context.keep(deferred.change().next(FollowUp.EXECUTE, context.now().plus(NOTICE_WAIT)).build());
    letters.toAllStaff(
        context,
        deferred,
        Letter.NUDGE,
        "deferred " + deferred.version(),
        Map.of(
            "days",
            0,
            "lines",
            List.of("No notice to an owner could be delivered, so nothing is executed.")));
  }
}
