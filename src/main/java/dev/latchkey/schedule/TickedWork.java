package dev.latchkey.schedule;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.SeldomTold;
import dev.latchkey.outgoing.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A piece of work that is done at every tick, unless it failed lately: then the ticks go by until
 * its time has come again. Ticked by one thread at a time.
 */
final class TickedWork {
  private static final Logger LOG = LoggerFactory.getLogger(TickedWork.class);

  private final String name;
  private final Runnable work;
  private final BackOff backOff;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Runnable end;
  private final SeldomTold away;
  private int failures;
  private Instant notBefore = Instant.MIN;

  /**
   * @param name for the log
   * @param end ends the process at once, when there is no memory to go on with
   */
  TickedWork(
      String name,
      Runnable work,
      BackOff backOff,
      RandomGenerator random,
      InstantSource clock,
      Runnable end) {
    this.name = name;
    this.work = work;
    this.backOff = backOff;
    this.random = random;
    this.clock = clock;
    this.end = end;
    this.away = new SeldomTold(clock);
  }

  /** Does the work, if it may be done now. Never fails; out of memory it ends the process. */
  synchronized void tick() {
    if (clock.instant().isBefore(notBefore)) {
      return;
    }
    try {
      work.run();
      Optional<Duration> lasted = away.over();
      if (lasted.isPresent()) {
        LOG.info("{}: works again, after {} s", name, lasted.get().toSeconds());
      } else if (failures > 0) {
        LOG.info("{}: works again", name);
      }
      failures = 0;
      notBefore = Instant.MIN;
    } catch (DeskUnavailableException e) {
      Duration delay = putOff();
      if (away.now(String.valueOf(e.getMessage()))) {
        LOG.warn("{}: {}; again in {} s", name, e.getMessage(), delay.toSeconds());
      }
    } catch (OutOfMemoryError e) {
      // Some other thread may have been hit as well, and nobody can tell in the midst of what.
      try {
        LOG.error("{}: out of memory, the process ends", name);
      } finally {
        end.run();
      }
    } catch (RuntimeException e) {
      if (hides(e)) {
        end.run();
      }
      LOG.error("{}: a bug; again in {} s", name, putOff().toSeconds(), e);
    } catch (Error e) {
      LOG.error("{}: a bug; again in {} s", name, putOff().toSeconds(), e);
    }
  }

  /** A library has wrapped it. */
  private static boolean hides(RuntimeException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private Duration putOff() {
    failures++;
    Duration delay = backOff.after(failures, random);
    notBefore = clock.instant().plus(delay);
    return delay;
  }
}
