package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Desk;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines to the database fall silent, and nobody tells either side. */
@Timeout(240)
class SilentDatabaseTest {
  private static final int MAILS = 3;

  /** Stands in the URL; the usual is two minutes. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  @TempDir private Path folder;

  @Test
  void aLineThatNobodyAnswersOnIsLeftAndItsWorkIsDoneOverAnother() throws Exception {
    AtomicBoolean silent = new AtomicBoolean();
    try (Town town = new Town(SilentDatabaseTest.class, folder, MAILS);
        Gate gate = new Gate(town.schema().port())) {
      Failpoints once =
          point -> {
            if (point == Failpoint.LETTER_SENT && silent.compareAndSet(false, true)) {
              gate.swallow();
            }
          };
      Place here = town.place().withDatabaseAt(gate.port()).leavingItAfter(SILENCE);
      try (Desk desk = here.openDesk(town.clock(), once)) {
        town.ask(0, MAILS);
        assertThatThrownBy(() -> desk.loops().round())
            .isInstanceOf(DeskUnavailableException.class)
            .hasMessageStartingWith("database: ");
        town.after(Duration.ofSeconds(31));
        desk.loops().round();
      }
      new Ledger(town).balances(MAILS, 2);
    }
  }

  @Test
  void whatIsLeftOpenIsRolledBackByTheServer() throws Exception {
    try (Town town = new Town(SilentDatabaseTest.class, folder, 0);
        Desk desk = town.open(Failpoints.NONE)) {
      int seconds = desk.database().inTransaction(session -> seconds(session.getConnection()));
      assertThat(seconds).isEqualTo(60);
    }
  }

  private static int seconds(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@idle_transaction_timeout")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
