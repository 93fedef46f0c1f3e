package dev.latchkey.store;

import dev.latchkey.mail.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** What a {@link UnitOfWork} orders to be carried out, and what came of it. */
public final class Executions {
  private static final int LONGEST_DETAIL = 500;
  private final ExecutionMapper mapper;
  private final Instant now;
  private final List<Runnable> endings = new ArrayList<>();
  private final List<Runnable> others = new ArrayList<>();

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
    FREEZE
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
