package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clock that was set is noticed by the time that a process has measured itself. */
class DatabaseClockTest {
  private static final Duration LONG = Duration.ofHours(80);

  private final TestStore store = TestStore.emptyFor(DatabaseClockTest.class);
  private long nanos = System.nanoTime();
  private final DatabaseClock clock = new DatabaseClock(store.database, () -> nanos);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void itSaysWhatTheDatabaseSaysAndGoesOnByItself() {
    Instant first = clock.instant();
    assertThat(Duration.between(first, store.database.now()).abs())
        .isLessThan(Duration.ofSeconds(5));
    nanos += Duration.ofSeconds(2).toNanos();
    assertThat(clock.instant()).isEqualTo(first.plusSeconds(2));
    assertThat(clock.look()).isZero();
  }

  @Test
  void whatItWasSetForwardIsAddedToTheTimeThatProtects() throws SQLException {
    clock.look();
    Instant before = store.database.now();
    nanos -= LONG.toNanos();
    assertThat(clock.look()).isBetween(LONG.minusMinutes(1), LONG.plusMinutes(1));
    assertThat(clock.look()).as("once").isZero();

    Instant until =
        store.desk.work(
            store.database.now(), 1, work -> work.protectedUntil(before, Duration.ofDays(3)));
    assertThat(Duration.between(before.plus(Duration.ofDays(3)).plus(LONG), until).abs())
        .isLessThan(Duration.ofMinutes(1));
    Instant later = store.database.now().plusSeconds(1);
    assertThat(
            store.desk.<Instant>work(later, 1, work -> work.protectedUntil(later, Duration.ZERO)))
        .isEqualTo(later);
  }

  /** The step forward is dated by the wrong clock, and so in the time to come. */
  @Test
  void whatBeginsAfterItWasSetForwardAndBackTakesNoLonger() throws SQLException {
    clock.look();
    nanos -= LONG.toNanos();
    clock.look();
    store.schema.change("UPDATE clock_step SET at = at + INTERVAL 80 HOUR");
    nanos += LONG.toNanos();
    clock.look();

    assertThat(store.one("SELECT COUNT(*) FROM clock_step")).isEqualTo("2");
    Instant later = store.database.now().plusSeconds(1);
    assertThat(
            store.desk.<Instant>work(later, 1, work -> work.protectedUntil(later, Duration.ZERO)))
        .isEqualTo(later);
  }

  @Test
  void anotherProcessThatSeesTheSameKeepsItNotAgain() throws SQLException {
    DatabaseClock other = new DatabaseClock(store.database, () -> nanos);
    clock.look();
    other.look();
    nanos -= LONG.toNanos();
    clock.look();
    other.look();
    assertThat(store.one("SELECT COUNT(*) FROM clock_step")).isEqualTo("1");
  }

  /** Nothing is protected by a time that a wrong clock named for the next attempt. */
  @Test
  void aClockThatWentBackHasWhatWaitsTriedAtOnce() throws SQLException {
    clock.look();
    store.schema.change(
        "INSERT INTO mail (id, sha256, size, header_only, received_at, stored_at, state, attempts,"
            + " next_attempt_at) VALUES (1, REPEAT('a', 64), 1, FALSE, NOW(6), NOW(6), 'RECEIVED',"
            + " 0, NOW(6) + INTERVAL 80 HOUR)");
    nanos += LONG.toNanos();
    assertThat(clock.look()).isLessThan(Duration.ofHours(-79));
    assertThat(
            store.one("SELECT COUNT(*) FROM mail WHERE next_attempt_at < NOW(6) + INTERVAL 1 HOUR"))
        .isEqualTo("1");
    Instant before = store.database.now().minusSeconds(60);
    assertThat(store.desk.<Instant>work(before, 1, work -> work.protectedUntil(before, LONG)))
        .isEqualTo(before.plus(LONG));
  }
}
