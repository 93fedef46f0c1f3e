package dev.latchkey.check;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of the policy; {@code config/policy.yaml} sets them.
 *
 * @param version how its operator names it; it stands in the history with each decision
 * @param worth what each class of evidence is worth
 * @param own the desk's own classes by name; staff record them with SAW
 * @param requirements what each level needs; FLOOR has none
 * @param times how long things count and last
 * @param looks how often the desk looks at once for a proof
 */
public record Policy(
    String version,
    Map<EvidenceClass, Worth> worth,
    Map<String, Worth> own,
    Map<Level, Requirement> requirements,
    Times times,
    Looks looks) {

  /** Whoever is asked for less may sleep through it. */
  public static final Duration USUAL_NOTICE = Duration.ofDays(1);

  private static final Duration GOOD = Duration.ofDays(90);

  /** Who may record a class of evidence with SAW. */
  public enum Recorder {
    NOBODY,
    APPROVERS,
    STAFF
  }

  /**
   * What a class of evidence is worth.
   *
   * @param group evidence of one group counts as one witness, and only the best of it counts
   * @param points from 0
   * @param adds its points are added to the best of its group
   * @param good so long it counts after it was seen
   * @param seenBy who may record it with SAW
   */
  public record Worth(String group, int points, boolean adds, Duration good, Recorder seenBy) {

    /** Whether such a person may record it with SAW; what counts nothing is not recorded. */
    boolean recordable(boolean approver) {
      return points > 0 && (seenBy == Recorder.STAFF || (approver && seenBy == Recorder.APPROVERS));
    }
  }

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

  /**
   * How long things count and last.
   *
   * @param recentChange how long a changed address or second factor is a warning; so old a link or
   *     a key must be to prove anything
   * @param objectionCounts how long a cancel is a warning
   * @param removedAddressNotified how long after its removal an address still gets notices
   * @param mailboxLost cooling-off time when the mailbox is lost and the account is critical, or
   *     one proof is all there is
   * @param strong cooling-off time at the level standard with a recovery code or a signature
   * @param noticeBeforeExecution how long before an execution its final notice goes out
   * @param proving how long a proof may be shown after it was asked for
   * @param look how often the desk looks for one
   */
  public record Times(
      Duration recentChange,
      Duration objectionCounts,
      Duration removedAddressNotified,
      Duration mailboxLost,
      Duration strong,
      Duration noticeBeforeExecution,
      Duration proving,
      Duration look) {

    /** The times of DESIGN section 2. */
    public static final Times STANDARD =
        new Times(
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofDays(90),
            Duration.ofDays(14),
            Duration.ofDays(1),
            USUAL_NOTICE,
            Duration.ofDays(14),
            Duration.ofHours(3));
  }

  /**
   * How many times within {@link #WITHIN} the desk looks at once because a requester says that a
   * proof is there. It looks by itself besides.
   *
   * @param perTicket at least one
   * @param perAccount of all tickets about one account, at least one
   * @param inAll of all tickets, at least one
   */
  public record Looks(int perTicket, int perAccount, int inAll) {
    /** In which time they are counted. */
    public static final Duration WITHIN = Duration.ofDays(1);

    /** More than anybody needs who means it, and too few to trouble a forge. */
    public static final Looks STANDARD = new Looks(8, 16, 400);
  }

  public Policy {
    worth = Map.copyOf(worth);
    own = Map.copyOf(own);
    requirements = Map.copyOf(requirements);
  }

  /** The numbers of DESIGN section 2. */
  public static Policy standard() {
    Map<EvidenceClass, Worth> worth = new EnumMap<>(EvidenceClass.class);
    worth.put(
        EvidenceClass.REGISTERED_SENDER, new Worth("mailbox", 2, true, GOOD, Recorder.NOBODY));
    worth.put(EvidenceClass.CODE, byDesk("mailbox", 6));
    worth.put(EvidenceClass.SECOND_CODE, byDesk("second-mailbox", 4));
    worth.put(EvidenceClass.UNPROVED_CODE, byDesk("mailbox", 4));
    worth.put(EvidenceClass.UNPROVED_SECOND_CODE, byDesk("second-mailbox", 2));
    worth.put(EvidenceClass.RECOVERY_CODE, byDesk("saved", 10));
    worth.put(EvidenceClass.BRANCH, byStaffToo("published", 6));
    worth.put(EvidenceClass.SITE_FILE, byStaffToo("published", 6));
    worth.put(EvidenceClass.DNS_TXT, byStaffToo("published", 6));
    worth.put(EvidenceClass.SIGNATURE, byStaffToo("key", 8));
    worth.put(EvidenceClass.PROFILE, byStaffToo("session", 6));
    worth.put(EvidenceClass.VOUCHER, byStaffToo("voucher", 4));
    Map<Level, Requirement> requirements = new EnumMap<>(Level.class);
    requirements.put(Level.SELF, new Requirement(6, 1, false, 1, Duration.ZERO));
    requirements.put(Level.STANDARD, new Requirement(12, 2, false, 1, Duration.ofDays(3)));
    requirements.put(Level.SLOW, new Requirement(6, 1, false, 2, Duration.ofDays(7)));
    requirements.put(Level.HIGH, new Requirement(16, 3, true, 2, Duration.ofDays(7)));
    return new Policy("standard", worth, Map.of(), requirements, Times.STANDARD, Looks.STANDARD);
  }

  private static Worth byDesk(String group, int points) {
    return new Worth(group, points, false, GOOD, Recorder.NOBODY);
  }

  private static Worth byStaffToo(String group, int points) {
    return new Worth(group, points, false, GOOD, Recorder.APPROVERS);
  }

  /** What {@code level} needs; empty for FLOOR. */
  public Optional<Requirement> requirement(Level level) {
    return Optional.ofNullable(requirements.get(level));
  }

  /** What a piece of evidence is worth; empty when the policy knows its class no longer. */
  public Optional<Worth> worth(Evidence piece) {
    return piece
        .own()
        .map(name -> Optional.ofNullable(own.get(name)))
        .orElseGet(() -> worth(piece.kind()));
  }

  /** Whether a piece of evidence is worth something, and not too old to count. */
  public boolean good(Evidence piece, Instant now) {
    return worth(piece)
        .filter(worth -> worth.points() > 0)
        .filter(worth -> !piece.at().plus(worth.good()).isBefore(now))
        .isPresent();
  }

  /**
   * The names of all proofs that such a person may record with SAW, sorted; the desk's own last.
   *
   * @param approver whether they may approve
   */
  public List<String> recordable(boolean approver) {
    return Stream.concat(
            worth.entrySet().stream()
                .filter(entry -> entry.getValue().recordable(approver))
                .map(Map.Entry::getKey)
                .sorted()
                .map(EvidenceClass::name),
            own.entrySet().stream()
                .filter(entry -> entry.getValue().recordable(approver))
                .map(Map.Entry::getKey)
                .sorted())
        .toList();
  }

  /** The names of all proofs that there are. */
  public Set<String> names() {
    return Stream.concat(worth.keySet().stream().map(EvidenceClass::name), own.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether something counts that only staff see, as where people come in person. */
  public boolean countsWhatPeopleSee() {
    return own.values().stream().anyMatch(worth -> worth.recordable(true));
  }

  /** What a class is worth; empty for SEEN, each class of which has a name. */
  public Optional<Worth> worth(EvidenceClass kind) {
    return Optional.ofNullable(worth.get(kind));
  }
}
