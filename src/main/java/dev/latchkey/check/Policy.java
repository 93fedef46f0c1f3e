package dev.latchkey.check;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of the policy; {@code config/policy.yaml} sets them.
 *
 * @param points what each class of evidence is worth
 * @param requirements what each level needs; FLOOR has none
 * @param recentChange how long a changed address or second factor is a warning
 * @param objectionCounts how long a cancel is a warning
 * @param removedAddressNotified how long after its removal an address still gets notices
 * @param mailboxLostAndCritical cooling-off time when the mailbox is lost and the account critical
 * @param noticeBeforeExecution how long before an execution its final notice goes out
 */
public record Policy(
    Map<EvidenceClass, Integer> points,
    Map<Level, Requirement> requirements,
    Duration recentChange,
    Duration objectionCounts,
    Duration removedAddressNotified,
    Duration mailboxLostAndCritical,
    Duration noticeBeforeExecution) {

  /** Whoever is asked for less may sleep through it. */
  public static final Duration USUAL_NOTICE = Duration.ofDays(1);

  /**
   * What "recommend approval" needs at a level.
   *
   * @param points sum of points, at least
   * @param groups different groups, at least
   * @param nonMailbox one of them must not fall with the mailbox
   * @param approvers how many staff members must approve
   * @param coolingOff how long owners may object
   */
  public record Requirement(
      int points, int groups, boolean nonMailbox, int approvers, Duration coolingOff) {}

  public Policy {
    points = Map.copyOf(points);
    requirements = Map.copyOf(requirements);
  }

  /** The numbers of DESIGN section 2. */
  public static Policy standard() {
    Map<EvidenceClass, Integer> points = new EnumMap<>(EvidenceClass.class);
    points.put(EvidenceClass.REGISTERED_SENDER, 2);
    points.put(EvidenceClass.CODE, 6);
    points.put(EvidenceClass.SECOND_CODE, 4);
    Map<Level, Requirement> requirements = new EnumMap<>(Level.class);
    requirements.put(Level.SELF, new Requirement(6, 1, false, 1, Duration.ZERO));
    requirements.put(Level.STANDARD, new Requirement(12, 2, false, 1, Duration.ofDays(3)));
    requirements.put(Level.HIGH, new Requirement(16, 3, true, 2, Duration.ofDays(7)));
    requirements.put(Level.EXCEPTION, new Requirement(6, 1, false, 2, Duration.ofDays(7)));
    return new Policy(
        points,
        requirements,
        Duration.ofDays(30),
        Duration.ofDays(90),
        Duration.ofDays(90),
        Duration.ofDays(14),
        USUAL_NOTICE);
  }

  /** What {@code level} needs; empty for FLOOR. */
  public Optional<Requirement> requirement(Level level) {
    return Optional.ofNullable(requirements.get(level));
  }
}
