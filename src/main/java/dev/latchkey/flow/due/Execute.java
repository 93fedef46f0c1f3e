package dev.latchkey.flow.due;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * The last look before an order is given: what the approval stood on is still there, the last
 * notice to the owners was accepted by a server, and since then they have had as long as the policy
 * says to object. How long the desk itself was away counts for nothing.
 */
final class Execute implements DueStep {
  /** When to look again for a notice that was accepted, where owners need no further time. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private static final LetterKind APPROVED = LetterKind.of(OwnerLetter.NoticeApproved.class);
  private static final LetterKind FINAL = LetterKind.of(OwnerLetter.NoticeFinal.class);

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
    Deliveries last = Deliveries.sinceDecision(context, ticket, FINAL);
    boolean alone = last.none();
    if (alone) {
      last = Deliveries.sinceDecision(context, ticket, APPROVED);
    }
    Duration time = alone ? time(assessment) : policy.noticeBeforeExecution();
    if (!assessment.aboveFloor()) {
      hold(
          context,
          ticket,
          "what the approval stood on has changed",
          new StaffLetter.ApprovalOutdated(
              assessment.lacking().stream().<Phrase>map(Phrase.Lacks::new).toList()));
    } else if (last.waiting()) {
      defer(context, ticket, time);
    } else if (last.lastAccepted().isEmpty()) {
      hold(
          context,
          ticket,
          "no notice to an owner could be delivered",
          new StaffLetter.NoticeUndelivered());
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

  private void hold(FlowContext context, Ticket ticket, String why, StaffLetter letter) {
    Ticket held = context.apply(ticket, TicketEvent.HELD, Cause.desk(why));
    letters.toAllStaff(context, held, letter, "held " + held.version());
  }
}
