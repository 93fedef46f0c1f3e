package dev.latchkey.trust.staff;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.OnTheRoad;
import dev.latchkey.trust.sender.PlainMailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The gates that a staff member's mail passes before it does anything (DESIGN section 4): pure, all
 * of them here, tried in the order of {@link Gate}. Each command names its own.
 *
 * <p>What holds a recovery up is let through more easily than what completes it: a reply address
 * that was used or has expired may still stop one.
 */
public final class StaffGates {
  /** Who wrote it: a member of staff wrote it. */
  public static final Set<Gate> READING =
      set(
          EnumSet.of(
              Gate.STRUCTURE,
              Gate.WRITTEN_BY_PERSON,
              Gate.ORIGIN,
              Gate.NOT_STAFF,
              Gate.REPLY_TO_DIFFERS));

  /** What stops: and it answers a mail that they got, however old. */
  public static final Set<Gate> STOPPING = with(READING, Gate.TOKEN_UNKNOWN, Gate.TOKEN_NOT_THEIRS);

  /** What only looks, or begins something: and it was written lately. */
  public static final Set<Gate> ASKING = with(READING, Gate.WRITTEN_LONG_AGO, Gate.WRITTEN_AHEAD);

  /** What ends or adds words, to the requester as well: and it was written lately. */
  public static final Set<Gate> WRITING = with(STOPPING, Gate.WRITTEN_LONG_AGO, Gate.WRITTEN_AHEAD);

  /**
   * What goes on with a recovery or changes it: and it was written lately, the signature covers how
   * it is read, nobody sent it for them, the reply address is fresh, and nobody guesses at their
   * second factor.
   */
  public static final Set<Gate> CHANGING =
      with(
          WRITING,
          Gate.SIGNATURE,
          Gate.SENT_BY_ANOTHER,
          Gate.TOKEN_EXPIRED,
          Gate.TOKEN_USED,
          Gate.LOCKED);

  /** What adds in favour: and they are neither the requester nor an owner. */
  public static final Set<Gate> RECORDING = with(CHANGING, Gate.OWN_CASE);

  /** What makes less be asked for: and they may approve. */
  public static final Set<Gate> LIFTING = with(RECORDING, Gate.NOT_APPROVER);

  /** What says that a reset was done: and it answers the task. */
  public static final Set<Gate> COMPLETING = with(CHANGING, Gate.NOT_A_TASK);

  /** What goes on with a recovery that was approved and stopped: and they may approve this one. */
  public static final Set<Gate> RESTORING_APPROVED =
      with(CHANGING, Gate.NOT_APPROVER, Gate.BELOW_FLOOR, Gate.OWN_CASE);

  /** What approves: all, but that a case is no task. */
  public static final Set<Gate> APPROVING = set(EnumSet.complementOf(EnumSet.of(Gate.NOT_A_TASK)));

  /** Who fails one of these may be somebody else, in a staff member's name. */
  private static final Set<Gate> IDENTITY = STOPPING;

  /** Fields that name who sent a mail where its author did not (RFC 5322, 3.6.2 and 3.6.6). */
  private static final Set<String> SENDERS = Set.of("Sender", "Resent-From", "Resent-Sender");

  /**
   * Servers try for five days to deliver a mail; what was on its road for longer was held back, or
   * sent again, or its writer's clock is wrong.
   */
  private static final Duration LONGEST_ROAD = Duration.ofDays(7);

  /** A clock that is set to another zone is wrong by no more, or hardly. */
  private static final Duration FASTEST_CLOCK = Duration.ofDays(1);

  private StaffGates() {}

  /** Whether somebody who fails this gate may not be who they say. */
  public static boolean isAboutIdentity(Gate gate) {
    return IDENTITY.contains(gate);
  }

  /** The first of {@code gates} that refuses; empty when the command counts. */
  public static Optional<Gate> firstClosed(Set<Gate> gates, Attempt attempt, Instant now) {
    for (Gate gate : Gate.values()) {
      boolean open =
          gate == Gate.STRUCTURE
              ? isStructureOpen(attempt, gates.contains(Gate.TOKEN_EXPIRED))
              : isOpen(gate, attempt, now);
      if (gates.contains(gate) && !open) {
        return Optional.of(gate);
      }
    }
    return Optional.empty();
  }

  /**
   * Every fault closes it, where two programs may read differently, and so may the person and the
   * desk. Text that only one of them sees besides is none to a command that stops or looks.
   */
  private static boolean isStructureOpen(Attempt attempt, boolean goesOn) {
    return attempt.mail().identity().isPresent()
        && attempt.mail().faults().stream().allMatch(fault -> !goesOn && fault.onlyAdds());
  }

  private static boolean isOpen(Gate gate, Attempt attempt, Instant now) {
    Optional<EmailAddress> from = attempt.mail().identity();
    Optional<IssuedToken> token = attempt.token();
    Optional<CaseFacts> facts = attempt.facts();
    return switch (gate) {
      case STRUCTURE -> isStructureOpen(attempt, true);
      case WRITTEN_BY_PERSON -> attempt.writtenByPerson();
      case ORIGIN -> holds(from, attempt.trust()::proves);
      case TOKEN_UNKNOWN ->
          holds(token, it -> it.purpose() == TokenPurpose.DECIDE || isTask(it))
              && holds(token, it -> holds(facts, fact -> it.ticketId() == fact.ticketId()));
      case SIGNATURE -> attempt.trust().signature().counts();
      case TOKEN_EXPIRED -> holds(token, it -> !it.expired(now));
      case TOKEN_USED -> holds(token, it -> it.usedAt().isEmpty());
      case TOKEN_NOT_THEIRS -> holds(token, it -> from.equals(Optional.of(it.recipient())));
      case NOT_STAFF ->
          holds(attempt.staff(), it -> it.active() && from.equals(Optional.of(it.address())));
      case REPLY_TO_DIFFERS -> namesNobodyBut(from, attempt.mail().fields("Reply-To"));
      case SENT_BY_ANOTHER ->
          SENDERS.stream().map(attempt.mail()::fields).allMatch(it -> namesNobodyBut(from, it));
      case WRITTEN_LONG_AGO ->
          !OnTheRoad.mayExceed(attempt.mail(), attempt.arrivedAt(), LONGEST_ROAD);
      case WRITTEN_AHEAD -> !OnTheRoad.isAhead(attempt.mail(), attempt.arrivedAt(), FASTEST_CLOCK);
      case LOCKED -> !attempt.locked();
      case NOT_APPROVER -> !holds(attempt.staff(), it -> !it.approver());
      case NOT_A_TASK ->
          holds(token, it -> isTask(it) && holds(facts, fact -> it.round() == fact.round()));
      case CODE -> holds(token, it -> !isTask(it) && holds(attempt.code(), it::accepts));
      case EVIDENCE_CHANGED ->
          holds(token, it -> holds(facts, fact -> it.round() == fact.round()))
              && holds(
                  token.flatMap(IssuedToken::digest),
                  shown -> holds(facts, fact -> shown.equals(fact.evidenceDigest())));
      case BELOW_FLOOR -> holds(facts, CaseFacts::aboveFloor);
      case OWN_CASE ->
          holds(
              from,
              it ->
                  holds(
                      facts, fact -> !it.equals(fact.requester()) && !fact.owners().contains(it)));
      case ALREADY_APPROVED ->
          holds(from, it -> holds(facts, fact -> !fact.approvers().contains(it)));
      case SECOND_FACTOR ->
          holds(facts, fact -> !fact.secondFactorNeeded() || attempt.secondFactorPassed());
    };
  }

  private static boolean namesNobodyBut(Optional<EmailAddress> who, List<HeaderField> fields) {
    return fields.stream()
        .map(HeaderField::raw)
        .allMatch(it -> PlainMailbox.isEmpty(it) || PlainMailbox.find(it).equals(who));
  }

  private static boolean isTask(IssuedToken token) {
    return token.purpose() == TokenPurpose.TASK;
  }

  private static <T> boolean holds(Optional<T> value, Predicate<? super T> test) {
    return value.filter(test).isPresent();
  }

  private static Set<Gate> with(Set<Gate> gates, Gate... more) {
    EnumSet<Gate> all = EnumSet.copyOf(gates);
    Collections.addAll(all, more);
    return set(all);
  }

  private static Set<Gate> set(EnumSet<Gate> gates) {
    return Collections.unmodifiableSet(gates);
  }
}
