package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The number of a database that only grows. */
class RestoreHoldTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void aDatabaseThatIsReplacedUnderARunningDeskIsNoticedWithoutAFile() throws SQLException {
    try (TestStore store = TestStore.emptyFor(RestoreHoldTest.class)) {
      RestoreHold hold = hold(store, Optional.empty());
      new FirstStart(store.database).begin(NOW, NOW);
      hold.advance();
      hold.advance();
      assertThat(hold.since()).isEmpty();

      store.schema.change("UPDATE restore_mark SET number = 1");

      assertThat(hold.since()).contains(NOW);
      hold.end();
      assertThat(hold.since()).isEmpty();
    }
  }

  @Test
  void anotherNodeThatLetsTheNumberGrowIsNoRestore() throws SQLException {
    try (TestStore store = TestStore.emptyFor(RestoreHoldTest.class)) {
      new FirstStart(store.database).begin(NOW, NOW);
      RestoreHold one = hold(store, Optional.empty());
      RestoreHold other = hold(store, Optional.empty());
      for (int round = 0; round < 3; round++) {
        one.advance();
        other.advance();
      }
      assertThat(one.since()).isEmpty();
      assertThat(other.since()).isEmpty();
      assertThat(store.one("SELECT number FROM restore_mark")).isEqualTo("6");
    }
  }

  @Test
  void beforeTheFirstStartThereIsNothingToNote() {
    try (TestStore store = TestStore.emptyFor(RestoreHoldTest.class)) {
      RestoreHold hold = hold(store, Optional.of(Path.of("/proc/no/such/folder")));
      hold.advance();
      hold.look();
      assertThat(hold.since()).isEmpty();
    }
  }

  private static RestoreHold hold(TestStore store, Optional<Path> file) {
    return new RestoreHold(store.database, () -> NOW, file);
  }
}
