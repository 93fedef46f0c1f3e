package dev.latchkey.flow.loop;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.recovery.ProofLooks;
import dev.latchkey.flow.recovery.ProofLooks.Look;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  public ProofSweep(FlowContexts contexts, ProofLooks looks) {
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
    AllOrEach.each(
        List.copyOf(ofTickets.values()),
        this::look,
        (one, e) -> LOG.error("ticket={} the look for its proof failed", one.get(0).ticketId(), e));
    return due.size();
  }

  private void look(List<AskedProof> claimed) {
    List<AskedProof> due = claimed.stream().filter(AskedProof::open).toList();
    if (due.size() < claimed.size()) {
      retried(
          1,
          context -> {
            looks.askAgain(context, claimed.get(0).ticketId());
            return true;
          });
    }
    if (due.isEmpty()) {
      return;
    }
    Optional<Account> account =
        retried(
            1,
            context -> {
              Ticket ticket = context.work().tickets().load(due.get(0).ticketId());
              return context.account(ticket);
            });
    List<Look> seen = due.stream().map(one -> looks.look(account, one)).toList();
    retried(
        1,
        context -> {
          looks.keep(context, seen);
          return true;
        });
  }

  private <T> T retried(int batch, Function<FlowContext, T> task) {
    return Conflicts.retried(() -> contexts.open(batch, task));
  }
}
