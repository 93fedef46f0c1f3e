package dev.latchkey.flow.due;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.Deliveries;
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

/**
 * The last look before an order is given: what the approval stood on is still there, the last
 * notice to the owners was accepted by a server, and since then they have had as long as the policy
 * says to object. How long the desk itself was away counts for nothing.
 */
final class Execute implements DueStep {
  /** When to look again for a notice that was accepted, where owners need no further time. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final Policy policy;
  private final Letters letters;
  private final Review review;

  Execute(Policy policy, Letters letters, Review review) {
    this.policy = policy;
    this.letters = letters;
    this.review = review;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    Assessment assessment = review.open(context, ticket).assessment();
    Deliveries last = Deliveries.sinceDecision(context, ticket, Letter.NOTICE_FINAL);
    boolean alone = last.none();
    if (alone) {
      last = Deliveries.sinceDecision(context, ticket, Letter.NOTICE_APPROVED);
    }
    Duration time = alone ? time(assessment) : policy.noticeBeforeExecution();
    if (!assessment.aboveFloor()) {
      hold(context, ticket, "What the approval stood on has changed", assessment.lacking());
    } else if (last.waiting()) {
      defer(context, ticket, time);
    } else if (last.lastAccepted().isEmpty()) {
      hold(context, ticket, "No notice to an owner could be delivered", List.of());
    } else {
      executeOrWait(context, ticket, last.lastAccepted().get().plus(time));
    }
  }

  /** How long owners have to object after a notice that is the only one. */
  private Duration time(Assessment assessment) {
    boolean none = assessment.level() == Level.SELF && assessment.coolingOff().isZero();
    return none ? Duration.ZERO : policy.noticeBeforeExecution();
  }

  private static void executeOrWait(FlowContext context, Ticket ticket, Instant earliest) {
    if (context.now().isBefore(earliest)) {
      context.keep(ticket.change().next(FollowUp.EXECUTE, earliest).build());
      return;
    }
    Ticket executing =
        context.apply(ticket, TicketEvent.COOLED_OFF, Cause.desk("nobody objected in time"));
    context
        .work()
        .executions()
        .order(executing.reference() + "-" + executing.round(), executing.id());
  }

  /** A server may accept it at any moment from now on, and the owners' time runs from then. */
  private static void defer(FlowContext context, Ticket ticket, Duration time) {
    if (time.isZero()) {
      Instant again = context.now().plus(LOOK_AGAIN);
      context.keep(ticket.change().next(FollowUp.EXECUTE, again).build());
      return;
    }
    Ticket deferred =
        context.apply(
            ticket,
            TicketEvent.EXECUTION_DEFERRED,
            Cause.desk("a notice to an owner was not accepted yet"));
    context.keep(deferred.change().next(FollowUp.EXECUTE, context.now().plus(time)).build());
  }

  private void hold(FlowContext context, Ticket ticket, String why, List<String> lines) {
    Ticket held = context.apply(ticket, TicketEvent.HELD, Cause.desk(why));
    letters.toAllStaff(
        context,
        held,
        Letter.CONTESTED,
        "held " + held.version(),
        Map.of("why", why + "; nothing was executed.", "lines", lines));
  }
}
