package dev.latchkey.flow.loop;

import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.store.erasure.ErasurePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what ended so long ago that it is not to be kept any more; see {@link Erasure}. */
public final class RetentionSweep {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);
  private static final int BATCH = 50;
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Erasure erasure;
  private final Optional<Duration> kept;
  private final InstantSource clock;
  private volatile Instant lookAgain = Instant.MIN;

  /**
   * @param kept how long something is kept after its end; empty: for good
   */
  public RetentionSweep(Erasure erasure, Optional<Duration> kept, InstantSource clock) {
    this.erasure = erasure;
    this.kept = kept;
    this.clock = clock;
  }

  /** What it would erase now, a batch of it; empty without a time. */
  public Optional<ErasurePlan> plan(int limit) {
    return kept.map(time -> erasure.planBefore(clock.instant().minus(time), limit));
  }

  /** Erases what is due, a batch at a time, once an hour; how many tickets. */
  public int sweepOnce() {
    Instant now = clock.instant();
    return now.isBefore(lookAgain) ? 0 : erase();
  }

  /** Erases a batch now; how many tickets, letters and mails. */
  public int erase() {
    Optional<ErasurePlan> plan = plan(BATCH).filter(it -> !it.empty());
    if (plan.isEmpty()) {
      lookAgain = clock.instant().plus(BETWEEN);
      return 0;
    }
    ErasurePlan due = plan.get();
    try {
      erasure.carryOut(due, clock.instant());
    } catch (StoreConflictException e) {
      LOG.info("retention: {}; looked at again in the next round", e.getMessage());
      return 0;
    }
    LOG.info(
        "retention: {} tickets, {} letters and {} mails are erased, their time is over",
        due.tickets().size(),
        due.letters().size(),
        due.mails().size());
    return due.tickets().size() + due.letters().size() + due.mails().size();
  }
}
