package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.proving.OwnerCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the codes that could not go out, since the account could not be read or had no verified
 * address, once that is mended in the account system. Nobody else tells the desk.
 */
public final class MendedAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(MendedAccounts.class);
  private static final int BATCH = 100;

  /** The directory is asked so often, and says each time in the log what it cannot read. */
  private static final Duration EVERY = Duration.ofMinutes(30);

  private final FlowContexts contexts;
  private final OwnerCodes codes;
  private final InstantSource clock;
  private volatile Instant next = Instant.MIN;
  private volatile long after;

  public MendedAccounts(FlowContexts contexts, OwnerCodes codes, InstantSource clock) {
    this.contexts = contexts;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * Does one batch, if it is time to look.
   *
   * @return how many tickets were looked at; 0 when all were
   */
  public int sweepOnce() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return 0;
    }
    List<Long> waiting = retried(context -> context.work().tickets().withoutCodes(after, BATCH));
    AllOrEach.each(
        waiting, this::send, (id, e) -> LOG.error("ticket={} no codes were sent", id, e));
    after = waiting.isEmpty() ? 0 : waiting.get(waiting.size() - 1);
    next = waiting.isEmpty() ? now.plus(EVERY) : next;
    return waiting.size();
  }

  private void send(long id) {
    retried(
        context -> {
          context
              .work()
              .tickets()
              .lockWithoutCodes(id)
              .ifPresent(ticket -> codes.sendAgain(context, ticket));
          return true;
        });
  }

  private <T> T retried(Function<FlowContext, T> task) {
    return Conflicts.retried(() -> contexts.open(1, task));
  }
}
