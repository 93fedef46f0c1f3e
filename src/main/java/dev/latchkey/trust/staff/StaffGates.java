package dev.latchkey.trust.staff;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.PlainMailbox;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The gates that a staff member's mail passes before it does anything (DESIGN section 4): pure, all
 * of them here, tried in the order of {@link Gate}.
 *
 * <p>What holds a recovery up is let through more easily than what completes it: a reply address
 * that was used or has expired may still stop one.
 */
public final class StaffGates {
  static final Command APPROVE =
      new Command(EnumSet.allOf(Gate.class), EnumSet.of(TokenPurpose.DECIDE), true);
  static final Command STOP =
      new Command(
          EnumSet.of(
              Gate.STRUCTURE,
              Gate.WRITTEN_BY_PERSON,
              Gate.ORIGIN,
              Gate.TOKEN_UNKNOWN,
              Gate.TOKEN_NOT_THEIRS,
              Gate.NOT_STAFF,
              Gate.REPLY_TO_DIFFERS),
          EnumSet.of(TokenPurpose.DECIDE, TokenPurpose.TASK),
          false);
  static final Command TASK =
      new Command(
          EnumSet.range(Gate.STRUCTURE, Gate.REPLY_TO_DIFFERS),
          EnumSet.of(TokenPurpose.TASK),
          false);

  private StaffGates() {}

  /** What is attempted: the gates in its way, the tokens that are good for it, and by whom. */
  record Command(Set<Gate> gates, Set<TokenPurpose> purposes, boolean byApprover) {
    Command {
      gates = Set.copyOf(gates);
      purposes = Set.copyOf(purposes);
    }
  }

  /** The first gate that refuses an APPROVE; empty when it counts. */
  public static Optional<Gate> firstClosed(Attempt attempt, Instant now) {
    return firstClosed(APPROVE, attempt, now);
  }

  /** The first gate that refuses a weaker command: REJECT, HOLD, ASK, NOTE and their like. */
  public static Optional<Gate> firstClosedForStop(Attempt attempt, Instant now) {
    return firstClosed(STOP, attempt, now);
  }

  /** The first gate that refuses a DONE, which answers a task and not a case. */
  public static Optional<Gate> firstClosedForTask(Attempt attempt, Instant now) {
    return firstClosed(TASK, attempt, now);
  }

  /** The first gate in the way of {@code command} that refuses. */
  static Optional<Gate> firstClosed(Command command, Attempt attempt, Instant now) {
    for (Gate gate : Gate.values()) {
      if (command.gates.contains(gate) && !isOpen(gate, command, attempt, now)) {
        return Optional.of(gate);
      }
    }
    return Optional.empty();
  }

  private static boolean isOpen(Gate gate, Command command, Attempt attempt, Instant now) {
    Optional<EmailAddress> from = attempt.mail().identity();
    Optional<IssuedToken> token = attempt.token();
    return switch (gate) {
      // Every fault: where two programs may read differently, so may the person and the desk.
      case STRUCTURE -> attempt.mail().faults().isEmpty() && from.isPresent();
      case WRITTEN_BY_PERSON -> attempt.writtenByPerson();
      case ORIGIN -> holds(from, attempt.trust()::proves);
      case TOKEN_UNKNOWN ->
          holds(token, it -> command.purposes.contains(it.purpose()))
              && holds(token, it -> it.ticketId() == attempt.ticketId());
      case TOKEN_EXPIRED -> holds(token, it -> !it.expired(now));
      case TOKEN_USED -> holds(token, it -> it.usedAt().isEmpty());
      case TOKEN_NOT_THEIRS -> holds(token, it -> from.equals(Optional.of(it.recipient())));
      case NOT_STAFF ->
          holds(attempt.staff(), it -> it.active() && from.equals(Optional.of(it.address())))
              && (!command.byApprover || holds(attempt.staff(), StaffMember::approver));
      case REPLY_TO_DIFFERS ->
          attempt.mail().fields("Reply-To").stream()
              .allMatch(field -> PlainMailbox.find(field.raw()).equals(from));
      case CODE -> holds(token, it -> holds(attempt.code(), it::accepts));
      case EVIDENCE_CHANGED ->
          holds(token, it -> it.round() == attempt.round())
              && holds(token.flatMap(IssuedToken::digest), attempt.evidenceDigest()::equals);
      case BELOW_FLOOR -> attempt.aboveFloor();
      case OWN_CASE ->
          holds(from, it -> !it.equals(attempt.requester()) && !attempt.owners().contains(it));
      case ALREADY_APPROVED -> holds(from, it -> !attempt.approvers().contains(it));
      case SECOND_FACTOR -> !attempt.secondFactorNeeded() || attempt.secondFactorPassed();
    };
  }

  private static <T> boolean holds(Optional<T> value, Predicate<? super T> test) {
    return value.filter(test).isPresent();
  }
}
