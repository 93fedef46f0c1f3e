package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock: the one that all desks of a mailbox share. Between two looks at it time
 * goes on by what this process has measured itself, which nobody can set; so a clock that was set
 * is noticed at the next look, and kept.
 */
public final class DatabaseClock implements InstantSource {
  /** What no clock goes wrong by within a minute: it was set. */
  private static final Duration MOST = Duration.ofSeconds(5);

  /** An answer that took longer tells nothing. */
  private static final Duration SLOW = Duration.ofSeconds(2);

  /** Another process of the desk has seen the same step. */
  private static final Duration SAME = Duration.ofMinutes(3);

  /** Longer than any letter or mail waits for its next attempt. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  private final Database database;
  private final LongSupplier nanos;
  private volatile @Nullable Look last;

  /** What the database's clock said at a moment of this process. */
  private record Look(Instant said, long nanos) {}

  /**
   * @param nanos a clock of the process that only goes forward, as {@link System#nanoTime}
   */
  public DatabaseClock(Database database, LongSupplier nanos) {
    this.database = database;
    this.nanos = nanos;
  }

  /** Before the first look at a database that is away: the machine's clock. */
  @Override
  public Instant instant() {
    Look known = last;
    if (known == null) {
      try {
        look();
      } catch (StoreUnavailableException e) {
        return InstantSource.system().instant();
      }
      known = last;
    }
    return known == null ? InstantSource.system().instant() : now(known);
  }

  private Instant now(Look known) {
    return known.said().plusNanos(nanos.getAsLong() - known.nanos());
  }

  /**
   * Looks at the database's clock.
   *
   * @return by how much it was set since the last look, forward or, when negative, back; zero when
   *     it was not
   * @throws StoreUnavailableException when the database cannot be reached or written to
   */
  public synchronized Duration look() {
    Look before = last;
    long asked = nanos.getAsLong();
    Instant said = database.now();
    long took = nanos.getAsLong() - asked;
    if (before != null && took > SLOW.toNanos()) {
      return Duration.ZERO; // nobody can tell when it said so; the next look does
    }
    Look now = new Look(said, asked + took / 2);
    Duration step =
        before == null
            ? Duration.ZERO
            : Duration.between(before.said().plusNanos(now.nanos() - before.nanos()), said);
    boolean set = step.abs().compareTo(MOST) > 0;
    if (set) {
      keep(said.truncatedTo(ChronoUnit.MICROS), step);
    }
    last = now;
    return set ? step : Duration.ZERO;
  }

  private void keep(Instant now, Duration step) {
    database.inTransaction(
        session -> {
          ClockMapper mapper = session.getMapper(ClockMapper.class);
          long seconds = step.toSeconds();
          boolean known =
              mapper.countAlike(
                      now.minus(SAME),
                      now.plus(SAME),
                      seconds - SAME.toSeconds(),
                      seconds + SAME.toSeconds())
                  > 0;
          if (!known) {
            mapper.endAhead(now);
            mapper.insert(now, seconds);
            // What protects nobody is tried again now, and not when the clock is there once more.
            mapper.retryMails(now, now.plus(LONGEST_WAIT));
            mapper.retryLetters(now, now.plus(LONGEST_WAIT));
            mapper.retryOrders(now, now.plus(LONGEST_WAIT));
          }
          return true;
        });
  }
}
