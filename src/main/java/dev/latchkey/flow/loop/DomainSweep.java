package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.recovery.DomainLooks;
import dev.latchkey.flow.recovery.DomainLooks.Asked;
import dev.latchkey.store.Domains.Claimed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has registries asked about the domains of addresses: claims tickets and their domains, asks
 * outside of any transaction, and has the answers kept. No mail waits for it.
 */
public final class DomainSweep {
  private static final Logger LOG = LoggerFactory.getLogger(DomainSweep.class);
  private static final int BATCH = 20;

  private final FlowContexts contexts;
  private final DomainLooks looks;
  private final Executor threads;
  private final InstantSource clock;

  /**
   * @param threads so many registries are asked at once
   */
  public DomainSweep(
      FlowContexts contexts, DomainLooks looks, Executor threads, InstantSource clock) {
    this.contexts = contexts;
    this.looks = looks;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * Does one batch.
   *
   * @return how many tickets were looked at; 0 when none was due
   */
  public int sweepOnce() {
    if (!looks.asks()) {
      return 0;
    }
    List<Claimed> due =
        retried(
            BATCH,
            context ->
                context.work().domains().claimTickets(context.now(), BATCH, DomainLooks.LEASE));
    List<Round> rounds = new ArrayList<>();
    AllOrEach.each(due, one -> rounds.add(begin(one)), DomainSweep::failed);
    AtOnce.each(
        threads,
        rounds.stream().flatMap(round -> round.domains().stream().map(round::with)).toList(),
        this::ask,
        (one, e) -> failed(one.round().ticket(), e));
    AllOrEach.each(rounds, this::keep, (one, e) -> failed(one.ticket(), e));
    AllOrEach.each(rounds, this::conclude, (one, e) -> failed(one.ticket(), e));
    return due.size();
  }

  private static void failed(Claimed ticket, RuntimeException why) {
    LOG.error("ticket={} the look at its domains failed", ticket.ticketId(), why);
  }

  /** A ticket, its domains that are asked about, and what is said. */
  private record Round(Claimed ticket, List<String> domains, Queue<Asked> answers) {

    Question with(String domain) {
      return new Question(this, domain);
    }
  }

  private record Question(Round round, String domain) {}

  private Round begin(Claimed ticket) {
    List<String> domains = retried(1, context -> looks.claim(context, ticket.ticketId()));
    return new Round(ticket, domains, new ConcurrentLinkedQueue<>());
  }

  private void ask(Question question) {
    question.round().answers().add(looks.ask(question.domain(), clock.instant()));
  }

  private void keep(Round round) {
    retried(
        1,
        context -> {
          looks.keep(context, round.domains(), List.copyOf(round.answers()));
          return true;
        });
  }

  private void conclude(Round round) {
    retried(
        1,
        context -> {
          looks.conclude(context, round.ticket());
          return true;
        });
  }

  private <T> T retried(int batch, Function<FlowContext, T> task) {
    return Conflicts.retried(() -> contexts.open(batch, task));
  }
}
