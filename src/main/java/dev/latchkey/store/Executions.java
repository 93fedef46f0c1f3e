package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** What a {@link UnitOfWork} orders to be carried out, and what came of it. */
public final class Executions {
  /** So long a process has an order for itself. */
  public static final Duration LONGEST_LEASE = Duration.ofMinutes(10);

  private static final int LONGEST_DETAIL = 500;
  private final ExecutionMapper mapper;
  private final Instant now;
  private final List<Runnable> endings = new ArrayList<>();
  private final List<Runnable> others = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final Set<Long> done = new HashSet<>();

  /** A check that was ordered in this transaction. */
  private record Check(CodeOrder order, String account, EmailAddress requester) {}

  /** How an execution ended. */
  public enum Ending {
    DONE,
    /** People do it; they will say when. */
    WITH_STAFF,
    FAILED
  }

  /** What is ordered. */
  public enum Kind {
    RESET,
    /** The account is closed to everybody. */
    FREEZE,
    /** A recovery code is offered to the account system; see {@link CodeOrder}. */
    VERIFY
  }

  Executions(SqlSession session, Instant now) {
    this.mapper = session.getMapper(ExecutionMapper.class);
    this.now = now;
  }

  /** Orders that an approved decision be carried out; the same decision twice is a conflict. */
  public void order(String decision, long ticketId) {
    others.add(() -> mapper.insert(decision, ticketId, Kind.RESET, now));
  }

  /** Orders that the account of a ticket be frozen; nothing calls it off. */
  public void orderFreeze(String decision, long ticketId) {
    others.add(() -> mapper.insert(decision, ticketId, Kind.FREEZE, now));
  }

  /**
   * Orders that a recovery code be offered; until {@link #forget} the octets of its mail are kept.
   *
   * @param account the key of the account it is said to be of
   * @param requester who sent it
   */
  public void orderCheck(CodeOrder order, String account, EmailAddress requester) {
    checks.add(new Check(order, account, requester));
    others.add(() -> mapper.insert(order.decision(), order.ticketId(), Kind.VERIFY, now));
  }

  /** Whether a code that was sent for this ticket is offered in a moment. */
  public boolean checks(long ticketId) {
    return checks.stream().anyMatch(check -> check.order().ticketId() == ticketId);
  }

  /** No code of this mail is offered any more: its octets go. */
  public void forget(CodeOrder order) {
    done.add(order.mailId());
  }

  /** The mails whose octets are still needed when this transaction is over. */
  Set<Long> needed() {
    Set<Long> needed = new HashSet<>();
    checks.forEach(check -> needed.add(check.order().mailId()));
    needed.removeAll(done);
    return needed;
  }

  /** The mails whose octets are needed no longer. */
  Set<Long> forgotten() {
    return Set.copyOf(done);
  }

  /** How many codes were offered for a ticket since a moment, or will be, and were not accepted. */
  public int countChecks(long ticketId, Instant since) {
    return mapper.countChecks(ticketId, since)
        + (int) checks.stream().filter(check -> check.order().ticketId() == ticketId).count();
  }

  /** Who sent these for any ticket about an account, each as often as they did. */
  public List<EmailAddress> checkedFor(String account, Instant since) {
    return Stream.concat(
            mapper.checkedFor(account, since).stream().map(EmailAddress::of),
            checks.stream().filter(check -> check.account().equals(account)).map(Check::requester))
        .toList();
  }

  /** Whether the reset of a ticket that was ordered last took more than one attempt so far. */
  public boolean isRepeated(long ticketId) {
    return mapper.attemptsOfLastReset(ticketId).filter(attempts -> attempts > 1).isPresent();
  }

  /**
   * Has what was ordered for a ticket, a reset or a freeze, tried at once.
   *
   * @return false when there is no such order, or it is being tried or will be within {@link
   *     #LONGEST_LEASE}
   */
  public boolean askAgain(long ticketId) {
    List<String> waiting = mapper.lockWaiting(ticketId, now.plus(LONGEST_LEASE));
    waiting.forEach(decision -> others.add(() -> mapper.askAgain(decision, now)));
    return !waiting.isEmpty();
  }

  /** Whether the account system is asked, or will be, to reset or to freeze the account. */
  public boolean isOrdered(long ticketId) {
    return mapper.countOrdered(ticketId) > 0;
  }

  /** Calls off, or closes, what was ordered for a ticket and is still open. */
  public void close(long ticketId, String detail) {
    others.add(() -> mapper.endOpen(ticketId, now, cut(detail)));
  }

  /**
   * Keeps the end of an attempt, also of one that was called off while it was made; a conflict when
   * the lease was lost.
   */
  public void end(ClaimedExecution claimed, Ending ending, String detail) {
    endings.add(
        () -> mapper.end(claimed.decision(), claimed.attempts(), ending.name(), now, cut(detail)));
  }

  /** Has it claimed again later, this attempt not counted; nothing when the lease was lost. */
  public void giveBack(ClaimedExecution claimed, Instant again, String detail) {
    endings.add(() -> mapper.giveBack(claimed.decision(), claimed.lease(), again, cut(detail)));
  }

  /** Has an attempt made again later; a conflict when the lease was lost. */
  public void postpone(ClaimedExecution claimed, Instant until, String detail) {
    endings.add(() -> mapper.postpone(claimed.decision(), claimed.attempts(), until, cut(detail)));
  }

  private static String cut(String detail) {
    return SafeText.cut(detail, LONGEST_DETAIL);
  }

  /** Closing what was never ordered meets no row, and that is fine. */
  void flush() {
    endings.forEach(Runnable::run);
    others.forEach(Runnable::run);
  }
}
