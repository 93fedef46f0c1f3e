package dev.latchkey.flow.loop;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.proving.ProofLooks;
import dev.latchkey.flow.proving.ProofLooks.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the proofs that are due: claims them, looks outside of any transaction, and has written
 * what was seen. One whose look breaks off is looked for again when its lease is over.
 */
public final class ProofSweep {
  private static final Logger LOG = LoggerFactory.getLogger(ProofSweep.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int BATCH = 20;

  private final FlowContexts contexts;
  private final ProofLooks looks;
  private final Executor threads;

  /**
   * @param threads so many looks are made at once
   */
  public ProofSweep(FlowContexts contexts, ProofLooks looks, Executor threads) {
    this.threads = threads;
    this.contexts = contexts;
    this.looks = looks;
  }

  /**
   * Looks for what is due.
   *
   * @return how many were due; 0 when none was
   */
  public int sweepOnce() {
    List<AskedProof> due =
        retried(BATCH, context -> context.work().askedProofs().claim(context.now(), BATCH, LEASE));
    Map<Long, List<AskedProof>> ofTickets =
        due.stream()
            .collect(
                Collectors.groupingBy(AskedProof::ticketId, TreeMap::new, Collectors.toList()));
    List<Round> rounds = new ArrayList<>();
    AllOrEach.each(
        List.copyOf(ofTickets.values()), one -> rounds.add(begin(one)), ProofSweep::failed);
    AtOnce.each(
        threads,
        rounds.stream().flatMap(round -> round.open().stream().map(round::with)).toList(),
        this::look,
        (one, e) -> failed(one.round().claimed(), e));
    AllOrEach.each(rounds, this::keep, (one, e) -> failed(one.claimed(), e));
    return due.size();
  }

  private static void failed(List<AskedProof> claimed, RuntimeException why) {
    LOG.error("ticket={} the look for its proof failed", claimed.get(0).ticketId(), why);
  }

  /** The proofs of one ticket that are due, and what the looks for them bring. */
  private record Round(List<AskedProof> claimed, Optional<Account> account, Queue<Look> seen) {

    List<AskedProof> open() {
      return claimed.stream().filter(AskedProof::open).toList();
    }

    Place with(AskedProof asked) {
      return new Place(this, asked);
    }
  }

  private record Place(Round round, AskedProof asked) {}

  private Round begin(List<AskedProof> claimed) {
    long ticketId = claimed.get(0).ticketId();
    if (claimed.stream().anyMatch(AskedProof::stopped)) {
      retried(
          1,
          context -> {
            looks.askAgain(context, ticketId);
            return true;
          });
    }
    Optional<Account> account =
        claimed.stream().anyMatch(AskedProof::open)
            ? retried(1, context -> context.account(context.work().tickets().load(ticketId)))
            : Optional.empty();
    return new Round(claimed, account, new ConcurrentLinkedQueue<>());
  }

  private void look(Place place) {
    place.round().seen().add(looks.look(place.round().account(), place.asked()));
  }

  private void keep(Round round) {
    List<Look> seen =
        round.seen().stream()
            .sorted(
                Comparator.comparing((Look look) -> look.asked().kind())
                    .thenComparing(look -> look.asked().place()))
            .toList();
    if (!seen.isEmpty()) {
      retried(
          1,
          context -> {
            looks.keep(context, seen);
            return true;
          });
    }
  }

  private <T> T retried(int batch, Function<FlowContext, T> task) {
    return Conflicts.retried(() -> contexts.open(batch, task));
  }
}
