package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The schema that the migrations make, compared with the one that was agreed on. */
class SchemaTest {
  private static final Path GOLDEN = Path.of("src/test/resources/store/schema.txt");
  private static final Path FOUND = Path.of("target/schema.txt");

  @Test
  void theMigrationsMakeTheSchemaThatWasAgreedOn() throws IOException, SQLException {
    StringBuilder found = new StringBuilder();
    try (TestStore store = TestStore.emptyFor(SchemaTest.class)) {
      for (String table :
          store.rows(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                  + " AND table_name <> 'flyway_schema_history' ORDER BY table_name")) {
        String made = store.one("SHOW CREATE TABLE `" + table + "`");
        found.append(normalised(made.substring(made.indexOf('|') + 1))).append("\n\n");
      }
    }
    Files.writeString(FOUND, found);

    assertThat(found.toString())
        .as("when the change is meant: cp %s %s", FOUND, GOLDEN)
        .isEqualTo(Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "no such file");
  }

  @Test
  void migratingTwiceChangesNothing() throws SQLException {
    try (TestStore store = TestStore.emptyFor(SchemaTest.class)) {
      String before = store.one("SELECT COUNT(*) FROM flyway_schema_history");
      store.database.migrate();

      assertThat(store.one("SELECT COUNT(*) FROM flyway_schema_history")).isEqualTo(before);
      assertThat(store.database.facts().pending()).isZero();
    }
  }

  @Test
  void theColumnOfActiveAccountsNamesTheActiveStates() throws SQLException {
    try (TestStore store = TestStore.emptyFor(SchemaTest.class)) {
      String made =
          store.one(
              "SELECT generation_expression FROM information_schema.columns"
                  + " WHERE table_schema = DATABASE() AND column_name = 'active_account'");

      for (TicketState state : TicketState.values()) {
        assertThat(made.contains("'" + state + "'")).as("%s", state).isEqualTo(state.active());
      }
    }
  }

  /** Without what differs from server to server. */
  private static String normalised(String statement) {
    return statement.replaceAll(" AUTO_INCREMENT=\\d+", "").replaceAll("[ \\t]+\\n", "\n").strip();
  }
}
