package dev.latchkey.flow.due;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.OwnersTold;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last look before an order is given: what the approval stood on is still there and asks for no
 * more people and no more time than it had, those who approved it still may, the last notice
 * reached an owner other than the one who asked, since then they have had as long as the policy
 * says to object, and what they wrote in that time was read. How long the desk itself, or its
 * mailbox, was away counts for nothing, nor does what the clock was set forward.
 */
final class Execute implements DueStep {
  /** When to look again for a notice that was accepted, where owners need no further time. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** The first look for mails that were not read; the later ones come ever more seldom. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(Execute.class);

  private final Policy policy;
  private final CaseFiles files;
  private final StillApproved approval;

  Execute(Policy policy, CaseFiles files, StillApproved approval) {
    this.policy = policy;
    this.files = files;
    this.approval = approval;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    CaseFile file = files.open(context, ticket);
    Assessment assessment = file.assessment();
    OwnersTold told = OwnersTold.of(context, ticket);
    Duration time = told.alone() ? time(assessment) : policy.times().noticeBeforeExecution();
    if (approval.holdIfOutdated(context, ticket, file)) {
      return;
    }
    if (told.waiting()) {
      defer(context, ticket, time);
    } else if (told.since().isEmpty()) {
      holdUntold(context, ticket, told);
    } else {
      Instant cooledOff =
          context.work().protectedUntil(ticket.decidedAt().orElseThrow(), assessment.coolingOff());
      Instant heard = context.work().protectedUntil(told.since().get(), time);
      executeOrWait(context, ticket, told, heard.isAfter(cooledOff) ? heard : cooledOff);
    }
  }

  private void holdUntold(FlowContext context, Ticket ticket, OwnersTold told) {
    approval.hold(
        context,
        ticket,
        Cause.desk(new Detail.NobodyTold(names(told)).text()),
        new AlertLetter.NoticeUndelivered(told.unreachedToShow(), told.reachedAny()));
  }

  private static List<String> names(OwnersTold told) {
    return told.unreached().stream().map(EmailAddress::toString).toList();
  }

  /** How long owners have to object after a notice that is the only one. */
  private Duration time(Assessment assessment) {
    boolean none = assessment.level() == Level.SELF && assessment.coolingOff().isZero();
    return none ? Duration.ZERO : policy.times().noticeBeforeExecution();
  }

  private static void executeOrWait(
      FlowContext context, Ticket ticket, OwnersTold told, Instant earliest) {
    if (context.now().isBefore(earliest)) {
      context.keep(ticket.change().next(FollowUp.EXECUTE, earliest).build());
      return;
    }
    if (!context.work().readUpTo(earliest)) {
      awaitReading(context, ticket, earliest);
      return;
    }
    Ticket executing =
        context.apply(
            ticket,
            TicketEvent.COOLED_OFF,
            Cause.desk("no objection came in time" + notReached(names(told))));
    context
        .work()
        .executions()
        .order(executing.reference() + "-" + executing.round(), executing.id());
  }

  private static String notReached(List<String> addresses) {
    return addresses.isEmpty() ? "" : "; not reached: " + String.join(", ", addresses);
  }

  /**
   * An objection may lie in an inbox that nobody could look into, or wait for the worker. It is
   * asked for again and again, and told once a day.
   */
  private static void awaitReading(FlowContext context, Ticket ticket, Instant earliest) {
    Instant now = context.now();
    Instant before = ticket.next().orElseThrow().at().minus(LOOK_AGAIN);
    Ticket waiting = ticket;
    if (daysBetween(earliest, now) > daysBetween(earliest, before)) {
      LOG.warn(
          "ticket={} is not executed: mails that came before {} were not read yet",
          ticket.id(),
          earliest);
      waiting =
          context.apply(
              ticket,
              TicketEvent.EXECUTION_DEFERRED,
              Cause.desk("mails that came in the owners' time to object were not read yet"));
    }
    Duration pause = Duration.between(earliest, now);
    pause = pause.compareTo(SOON) < 0 ? SOON : pause;
    pause = pause.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : pause;
    context.keep(waiting.change().next(FollowUp.EXECUTE, now.plus(pause)).build());
  }

  private static long daysBetween(Instant from, Instant to) {
    return Duration.between(from, to).toDays();
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
}
