package dev.latchkey.flow.due;

import dev.latchkey.check.Assessment;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Approvals;
import dev.latchkey.flow.recovery.CaseFile;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.NewAddress;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.EvidencePhrase;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last look before an order is given: what the approval stood on is still there and asks for no
 * more people and no more time than it had, those who approved it still may, the last notice to the
 * owners was accepted by a server, since then they have had as long as the policy says to object,
 * and what they wrote in that time was read. How long the desk itself, or its mailbox, was away
 * counts for nothing, nor does what the clock was set forward.
 */
final class Execute implements DueStep {
  /** When to look again for a notice that was accepted, where owners need no further time. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  /** The first look for mails that were not read; the later ones come ever more seldom. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(Execute.class);
  private static final LetterKind APPROVED = LetterKind.of(OwnerLetter.NoticeApproved.class);
  private static final LetterKind FINAL = LetterKind.of(OwnerLetter.NoticeFinal.class);

  private final Policy policy;
  private final Letters letters;
  private final Notices notices;
  private final Review review;
  private final StaffRoster staff;

  Execute(Policy policy, Letters letters, Notices notices, Review review, StaffRoster staff) {
    this.policy = policy;
    this.letters = letters;
    this.notices = notices;
    this.review = review;
    this.staff = staff;
  }

  @Override
  public void run(FlowContext context, Ticket ticket) {
    CaseFile file = review.open(context, ticket);
    Assessment assessment = file.assessment();
    Deliveries last = Deliveries.sinceDecision(context, ticket, FINAL);
    boolean alone = last.none();
    if (alone) {
      last = Deliveries.sinceDecision(context, ticket, APPROVED);
    }
    Duration time = alone ? time(assessment) : policy.times().noticeBeforeExecution();
    int approvals = Approvals.counting(context, file, staff).size();
    if (!assessment.aboveFloor() || approvals < assessment.approvers()) {
      hold(
          context,
          ticket,
          Cause.desk("what the approval stood on has changed"),
          new AlertLetter.ApprovalOutdated(
              assessment.lacking().stream().<Phrase>map(EvidencePhrase.Lacks::new).toList()));
    } else if (!NewAddress.stands(context, ticket)) {
      hold(
          context,
          ticket,
          Cause.desk("the account would get another address than the approved one"),
          new AlertLetter.ApprovalOutdated(List.of(new EvidencePhrase.OtherAddress())));
    } else if (last.waiting()) {
      defer(context, ticket, time);
    } else if (last.lastAccepted().isEmpty()) {
      hold(
          context,
          ticket,
          Cause.desk("no notice to an owner could be delivered"),
          new AlertLetter.NoticeUndelivered());
    } else {
      Instant cooledOff =
          context.work().protectedUntil(ticket.decidedAt().orElseThrow(), assessment.coolingOff());
      Instant heard = context.work().protectedUntil(last.lastAccepted().get(), time);
      executeOrWait(context, ticket, heard.isAfter(cooledOff) ? heard : cooledOff);
    }
  }

  /** How long owners have to object after a notice that is the only one. */
  private Duration time(Assessment assessment) {
    boolean none = assessment.level() == Level.SELF && assessment.coolingOff().isZero();
    return none ? Duration.ZERO : policy.times().noticeBeforeExecution();
  }

  private static void executeOrWait(FlowContext context, Ticket ticket, Instant earliest) {
    if (context.now().isBefore(earliest)) {
      context.keep(ticket.change().next(FollowUp.EXECUTE, earliest).build());
      return;
    }
    if (!context.work().readUpTo(earliest)) {
      awaitReading(context, ticket, earliest);
      return;
    }
    Ticket executing =
        context.apply(ticket, TicketEvent.COOLED_OFF, Cause.desk("nobody objected in time"));
    context
        .work()
        .executions()
        .order(executing.reference() + "-" + executing.round(), executing.id());
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

  private void hold(FlowContext context, Ticket ticket, Cause why, StaffLetter letter) {
    Ticket held = context.apply(ticket, TicketEvent.HELD, why);
    notices.off(context, ticket, held, Optional.empty());
    letters.toAllStaff(context, held, letter, "held " + held.version());
  }
}
