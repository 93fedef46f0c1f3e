package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether this machine and the database know the same time. One of them is wrong when they do not,
 * and what waits for the protection of somebody must not end early by it.
 */
public final class ClockCheck {
  /** Further apart they may not be. */
  private static final Duration MOST = Duration.ofSeconds(5);

  private final Database database;
  private final DatabaseClock clock;
  private final InstantSource machine;

  /**
   * @param machine the clock of the machine itself, whatever clock the desk goes by
   */
  public ClockCheck(Database database, DatabaseClock clock, InstantSource machine) {
    this.database = database;
    this.clock = clock;
    this.machine = machine;
  }

  /** The same as the other, between this database and this machine. */
  public Optional<Duration> apart() {
    return apart(database, machine);
  }

  /** By how much the database's clock was set since the last call; zero when it was not. */
  public Duration step() {
    return clock.look();
  }

  /** How often the database's clock was set since some moment, as far as a desk has seen it. */
  public static long steps(Database database, Instant since) {
    return database.inTransaction(
        session ->
            (long)
                session
                    .getMapper(ClockMapper.class)
                    .countAlike(
                        since,
                        Instant.parse("9999-01-01T00:00:00Z"),
                        Long.MIN_VALUE,
                        Long.MAX_VALUE));
  }

  /**
   * By how much a machine is ahead of the database (behind, when negative) where that is too much.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public static Optional<Duration> apart(Database database, InstantSource machine) {
    Instant asked = machine.instant();
    Instant there = database.now();
    Instant answered = machine.instant();
    if (there.isBefore(asked.minus(MOST))) {
      return Optional.of(Duration.between(there, asked));
    }
    return there.isAfter(answered.plus(MOST))
        ? Optional.of(Duration.between(there, answered))
        : Optional.empty();
  }

  /** It in words for the operator. */
  public static String told(Duration ahead) {
    return "this machine's clock is %d s %s the database's"
        .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
  }
}
