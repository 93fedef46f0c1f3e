package dev.latchkey.store;

import dev.latchkey.store.WantedLookMapper.Row;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The looks that were made at once because requesters said that a proof is there. Those of a ticket
 * are counted exactly, because it is locked; those of an account and of all may be counted a little
 * late, when several transactions run.
 */
public final class WantedLooks {
  private final WantedLookMapper mapper;
  private final Set<Row> fresh = new LinkedHashSet<>();

  WantedLooks(WantedLookMapper mapper) {
    this.mapper = mapper;
  }

  /** How many of a ticket since then. */
  public int ofTicket(long ticketId, Instant since) {
    return mapper.countOfTicket(ticketId, since) + fresh(row -> row.ticketId() == ticketId);
  }

  /**
   * How many of all tickets about an account since then.
   *
   * @param provedOnly only those of tickets for which something was proved by then
   */
  public int ofAccount(String account, Instant since, boolean provedOnly) {
    return mapper.countOfAccount(account, since, provedOnly)
        + fresh(row -> account.equals(row.account()) && (row.proved() || !provedOnly));
  }

  /** How many of all tickets since then. */
  public int ofAll(Instant since, boolean provedOnly) {
    return mapper.countAll(since, provedOnly) + fresh(row -> row.proved() || !provedOnly);
  }

  /**
   * Keeps one; what is older than {@code forgotten} of its ticket is counted by nobody any more.
   */
  public void add(
      long ticketId, Instant at, Optional<String> account, boolean proved, Instant forgotten) {
    if (fresh.add(new Row(ticketId, at, account.orElse(null), proved))) {
      mapper.forget(ticketId, forgotten);
    }
  }

  private int fresh(Predicate<Row> which) {
    return Math.toIntExact(fresh.stream().filter(which).count());
  }

  void flush() {
    fresh.forEach(mapper::insert);
  }
}
