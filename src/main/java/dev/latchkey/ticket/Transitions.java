package dev.latchkey.ticket;

import static dev.latchkey.ticket.TicketState.ANSWERED;
import static dev.latchkey.ticket.TicketState.CONTESTED;
import static dev.latchkey.ticket.TicketState.COOLING_OFF;
import static dev.latchkey.ticket.TicketState.DUPLICATE;
import static dev.latchkey.ticket.TicketState.EXECUTING;
import static dev.latchkey.ticket.TicketState.EXPIRED;
import static dev.latchkey.ticket.TicketState.INQUIRY;
import static dev.latchkey.ticket.TicketState.IN_REVIEW;
import static dev.latchkey.ticket.TicketState.NEEDS_DETAILS;
import static dev.latchkey.ticket.TicketState.ON_HOLD;
import static dev.latchkey.ticket.TicketState.PROVING;
import static dev.latchkey.ticket.TicketState.RECOVERED;
import static dev.latchkey.ticket.TicketState.REDIRECTED;
import static dev.latchkey.ticket.TicketState.REJECTED;
import static dev.latchkey.ticket.TicketState.SELF_SERVICE;
import static dev.latchkey.ticket.TicketState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which event leads from which state to which: the whole life of a ticket as one table. */
public final class Transitions {
  private static final Map<TicketEvent, Map<TicketState, TicketState>> TABLE =
      new EnumMap<>(TicketEvent.class);

  private static final Set<TicketState> OPEN =
      EnumSet.of(
          NEEDS_DETAILS,
          SELF_SERVICE,
          PROVING,
          IN_REVIEW,
          ON_HOLD,
          CONTESTED,
          COOLING_OFF,
          EXECUTING);
  private static final Set<TicketState> WITH_REQUESTER =
      EnumSet.of(NEEDS_DETAILS, SELF_SERVICE, PROVING);
  private static final Set<TicketState> UNDECIDED =
      EnumSet.of(NEEDS_DETAILS, SELF_SERVICE, PROVING, IN_REVIEW, ON_HOLD, CONTESTED);

  /** Where nothing may be proved yet, so that what stops a recovery can be kept until it is. */
  private static final Set<TicketState> BEFORE_PROOF =
      EnumSet.of(NEEDS_DETAILS, SELF_SERVICE, PROVING, IN_REVIEW, ON_HOLD);

  private static final Set<TicketState> STOPPABLE =
      EnumSet.of(NEEDS_DETAILS, SELF_SERVICE, PROVING, IN_REVIEW, ON_HOLD, CONTESTED, COOLING_OFF);

  /** Where a reset that was ordered may be found again. */
  private static final Set<TicketState> CALLED_OFF = EnumSet.of(IN_REVIEW, ON_HOLD, CONTESTED);

  private static final Set<TicketState> MAYBE_BESIDE =
      Stream.of(TicketState.values())
          .filter(TicketState::maybeBeside)
          .collect(Collectors.toUnmodifiableSet());

  static {
    stays(TicketEvent.OPENED, union(WITH_REQUESTER, INQUIRY));
    stays(TicketEvent.DETAILS_ADDED, EnumSet.of(NEEDS_DETAILS));
    leads(TicketEvent.DETAILS_COMPLETED, EnumSet.of(NEEDS_DETAILS), PROVING);
    leads(TicketEvent.QUESTION_ANSWERED, EnumSet.of(NEEDS_DETAILS), IN_REVIEW);
    leads(TicketEvent.LEFT_TO_REQUESTER, EnumSet.of(NEEDS_DETAILS), SELF_SERVICE);
    leads(TicketEvent.SELF_SERVICE_FAILED, EnumSet.of(SELF_SERVICE), PROVING);
    leads(TicketEvent.SELF_SERVICE_WORKED, EnumSet.of(SELF_SERVICE), RECOVERED);
    stays(TicketEvent.MAIL_ADDED, EnumSet.allOf(TicketState.class));
    leads(TicketEvent.WITHDRAWN, STOPPABLE, WITHDRAWN);
    leads(TicketEvent.WITHDRAWN, EnumSet.of(INQUIRY), ANSWERED);
    leads(TicketEvent.WELL_AGAIN, EnumSet.of(NEEDS_DETAILS, IN_REVIEW), RECOVERED);
    leads(TicketEvent.EXPIRED, WITH_REQUESTER, EXPIRED);
    leads(
        TicketEvent.REOPENED,
        EnumSet.of(RECOVERED, REJECTED, WITHDRAWN, EXPIRED, REDIRECTED),
        IN_REVIEW);
    leads(TicketEvent.HANDED_OVER, WITH_REQUESTER, IN_REVIEW);
    leads(TicketEvent.REOPENED, EnumSet.of(ANSWERED), INQUIRY);

    stays(TicketEvent.PROOFS_ASKED, EnumSet.of(PROVING, IN_REVIEW, CONTESTED));
    stays(TicketEvent.PROOF_GIVEN_UP, UNDECIDED);
    stays(TicketEvent.ADDRESS_CONFIRMED, UNDECIDED);
    stays(TicketEvent.EVIDENCE_RECORDED, EnumSet.of(PROVING, IN_REVIEW, ON_HOLD, CONTESTED));
    leads(TicketEvent.EVIDENCE_COMPLETE, EnumSet.of(PROVING), IN_REVIEW);
    stays(TicketEvent.CODE_REFUSED, OPEN);
    leads(TicketEvent.OWNER_OBJECTED, OPEN, CONTESTED);
    stays(TicketEvent.OWNER_OBJECTED, EnumSet.of(RECOVERED));
    leads(TicketEvent.BREAK_IN_REPORTED, OPEN, CONTESTED);
    stays(TicketEvent.BREAK_IN_REPORTED, EnumSet.of(RECOVERED));
    leads(TicketEvent.VOUCHER_OBJECTED, OPEN, CONTESTED);
    leads(TicketEvent.RIVAL_CLAIMED, STOPPABLE, CONTESTED);
    leads(TicketEvent.STILL_CONTESTED, BEFORE_PROOF, CONTESTED);
    stays(TicketEvent.STOOD_ASIDE, MAYBE_BESIDE);
    stays(TicketEvent.TOOK_LEAD, MAYBE_BESIDE);

    stays(TicketEvent.APPROVAL_RECORDED, EnumSet.of(IN_REVIEW));
    leads(TicketEvent.APPROVED, EnumSet.of(IN_REVIEW), COOLING_OFF);
    leads(TicketEvent.REJECTED, STOPPABLE, REJECTED);
    leads(TicketEvent.REJECTED, EnumSet.of(INQUIRY), ANSWERED);
    leads(TicketEvent.CLOSED, STOPPABLE, WITHDRAWN);
    leads(TicketEvent.CLOSED, EnumSet.of(INQUIRY), ANSWERED);
    leads(TicketEvent.QUESTION_ASKED, EnumSet.of(IN_REVIEW), NEEDS_DETAILS);
    leads(TicketEvent.HELD, OPEN, ON_HOLD);
    leads(TicketEvent.RESUMED, EnumSet.of(ON_HOLD, CONTESTED), IN_REVIEW);
    stays(TicketEvent.NOTED, EnumSet.allOf(TicketState.class));
    stays(TicketEvent.WARNING_LIFTED, EnumSet.of(IN_REVIEW));
    stays(TicketEvent.FREEZE_ORDERED, EnumSet.allOf(TicketState.class));
    stays(TicketEvent.ASSIGNED, union(OPEN, INQUIRY));
    leads(TicketEvent.MERGED, union(UNDECIDED, INQUIRY), DUPLICATE);
    leads(TicketEvent.REDIRECTED, UNDECIDED, REDIRECTED);
    leads(TicketEvent.REDIRECTED, EnumSet.of(INQUIRY), ANSWERED);
    stays(TicketEvent.REPLIED, EnumSet.complementOf(EnumSet.of(INQUIRY)));
    leads(TicketEvent.REPLIED, EnumSet.of(INQUIRY), ANSWERED);
    leads(
        TicketEvent.REOPENED_BY_STAFF,
        EnumSet.of(RECOVERED, REJECTED, WITHDRAWN, EXPIRED, REDIRECTED),
        NEEDS_DETAILS);
    leads(TicketEvent.REOPENED_BY_STAFF, EnumSet.of(ANSWERED), INQUIRY);

    // Where it leads, the command says that it takes back: see Ticket.takeBack.
    stays(TicketEvent.UNDONE, EnumSet.allOf(TicketState.class));

    stays(TicketEvent.REMINDED, union(OPEN, INQUIRY));
    stays(TicketEvent.PROMISE_MISSED, union(OPEN, INQUIRY));
    stays(TicketEvent.NOTICE_BOUNCED, EnumSet.allOf(TicketState.class));
    leads(TicketEvent.COOLED_OFF, EnumSet.of(COOLING_OFF), EXECUTING);
    stays(TicketEvent.EXECUTION_DEFERRED, EnumSet.of(COOLING_OFF, EXECUTING));
    // What was ordered may be done after it was called off; then it is a report, no step.
    leads(TicketEvent.EXECUTED, union(CALLED_OFF, EXECUTING), RECOVERED);
    leads(TicketEvent.EXECUTION_FAILED, EnumSet.of(EXECUTING), ON_HOLD);
    stays(TicketEvent.EXECUTION_FAILED, CALLED_OFF);
    // What was reported as done before its requester was asked more, or it was approved again.
    stays(TicketEvent.EXECUTION_FAILED, EnumSet.of(NEEDS_DETAILS, COOLING_OFF));
    // Who reported it as done takes that back; nothing goes on before a person has found out more.
    leads(TicketEvent.EXECUTION_FAILED, EnumSet.of(RECOVERED), ON_HOLD);
  }

  private Transitions() {}

  /** The state that follows, or empty when the event cannot happen in {@code from}. */
  public static Optional<TicketState> next(TicketState from, TicketEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(event, Map.of()).get(from));
  }

  /** Whether {@code event}, which stops a recovery, may be kept in {@code from} until a proof. */
  static boolean keeps(TicketState from, TicketEvent event) {
    return event.stops()
        && BEFORE_PROOF.contains(from)
        && !(event == TicketEvent.HELD && from == ON_HOLD);
  }

  private static Set<TicketState> union(Set<TicketState> states, TicketState more) {
    Set<TicketState> all = EnumSet.copyOf(states);
    all.add(more);
    return all;
  }

  private static void leads(TicketEvent event, Set<TicketState> from, TicketState to) {
    Map<TicketState, TicketState> row =
        TABLE.computeIfAbsent(event, e -> new EnumMap<>(TicketState.class));
    from.forEach(state -> row.put(state, to));
  }

  private static void stays(TicketEvent event, Set<TicketState> in) {
    Map<TicketState, TicketState> row =
        TABLE.computeIfAbsent(event, e -> new EnumMap<>(TicketState.class));
    in.forEach(state -> row.put(state, state));
  }
}
