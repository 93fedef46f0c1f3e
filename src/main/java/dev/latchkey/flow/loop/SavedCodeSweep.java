package dev.latchkey.flow.loop;

import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.Executions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has recovery codes checked: claims the offers that are due and makes them, many at once. It waits
 * for the account system, and nothing else waits for it: resets are claimed apart from codes.
 */
public final class SavedCodeSweep {
  private static final Logger LOG = LoggerFactory.getLogger(SavedCodeSweep.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int BATCH = 10;
  private static final Set<Executions.Kind> KINDS = Set.of(Executions.Kind.VERIFY);

  private final SavedCodeCheck check;
  private final Executor threads;
  private final Claims<ClaimedExecution> claims;

  /**
   * @param threads so many codes are offered at once
   */
  public SavedCodeSweep(
      DeskStore desk, SavedCodeCheck check, Executor threads, InstantSource clock) {
    this.check = check;
    this.threads = threads;
    this.claims =
        new Claims<>(
            () -> desk.claimExecutions(KINDS, BATCH, clock.instant(), LEASE),
            offer -> desk.giveBack(offer, clock.instant()));
  }

  /**
   * Offers what is due.
   *
   * @return how many codes were claimed
   */
  public int sweepOnce() {
    // One that fails comes again when its lease is over, with its key; FinishCheck counts.
    return claims.once(due -> AtOnce.each(threads, due, check::run, SavedCodeSweep::failed));
  }

  private static void failed(ClaimedExecution offer, RuntimeException why) {
    LOG.error("ticket={} the offer of a code failed", offer.ticketId(), why);
  }
}
