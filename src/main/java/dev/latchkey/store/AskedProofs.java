package dev.latchkey.store;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.store.AskedProofMapper.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The proofs that were asked for in the tickets of a {@link UnitOfWork}. */
public final class AskedProofs {
  private final AskedProofMapper mapper;
  private final Tickets tickets;
  private final Map<Long, List<AskedProof>> known = new HashMap<>();
  private final Set<AskedProof> changed = new LinkedHashSet<>();

  AskedProofs(AskedProofMapper mapper, Tickets tickets) {
    this.mapper = mapper;
    this.tickets = tickets;
  }

  /** What was asked for in a ticket. */
  public List<AskedProof> of(long ticketId) {
    return List.copyOf(list(ticketId));
  }

  /** Keeps one, in place of the one of its class at its place. */
  public void put(AskedProof asked) {
    List<AskedProof> list = list(asked.ticketId());
    list.removeIf(it -> same(it, asked));
    list.add(asked);
    changed.removeIf(it -> same(it, asked));
    changed.add(asked);
  }

  /**
   * Claims those that are to be looked for now. Each is put off, so that no other node looks as
   * well, and so that one whose look breaks off is looked for again.
   */
  public List<AskedProof> claim(Instant now, int limit, Duration lease) {
    List<AskedProof> due = mapper.lockDue(now, limit).stream().map(Row::askedProof).toList();
    due.forEach(one -> mapper.put(Row.of(one.looking(now.plus(lease), one.awaited()))));
    return due;
  }

  /** A ticket waits no more for what is open. */
  public void stop(long ticketId) {
    of(ticketId).stream().filter(AskedProof::open).forEach(one -> put(one.ended(Standing.STOPPED)));
  }

  /** What was asked for in this unit of work, and told to nobody, was never asked for. */
  public void takeBack(long ticketId) {
    List<AskedProof> asked =
        changed.stream().filter(one -> one.ticketId() == ticketId && one.open()).toList();
    changed.removeAll(asked);
    list(ticketId).removeAll(asked);
  }

  /** A ticket begins anew: what was not shown in time is stopped as well. */
  public void stopPassed(long ticketId) {
    of(ticketId).stream()
        .filter(one -> one.open() || one.standing() == Standing.PASSED)
        .forEach(one -> put(one.ended(Standing.STOPPED)));
  }

  /** A ticket waits again: what was stopped is due, to be asked for again. */
  public void wake(long ticketId, Instant now) {
    of(ticketId).stream().filter(AskedProof::stopped).forEach(one -> put(one.looking(now, false)));
  }

  void flush() {
    changed.stream().map(Row::of).forEach(mapper::put);
  }

  private static boolean same(AskedProof one, AskedProof other) {
    return one.ticketId() == other.ticketId()
        && one.kind() == other.kind()
        && one.place().equals(other.place());
  }

  private List<AskedProof> list(long ticketId) {
    return known.computeIfAbsent(
        ticketId,
        id ->
            tickets.isNew(id)
                ? new ArrayList<>()
                : new ArrayList<>(mapper.ofTicket(id).stream().map(Row::askedProof).toList()));
  }
}
