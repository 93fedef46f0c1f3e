package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.Outcome;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conflict that repeats is the mail's fault, not another process's. */
@NullMarked
class RepeatedConflictTest {
  @TempDir private Path folder;
  private final TestDatabase schema = TestDatabase.emptyFor(RepeatedConflictTest.class);
  private final MemoryInbox inbox = new MemoryInbox(this::now);
  private Instant now = Instant.parse("2026-03-02T09:00:00.654321Z");
  private TestDesk desk;

  @BeforeEach
  void open() throws IOException, SQLException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(accounts, "name,addresses,second_factor,critical,published\n");
    desk = TestDesk.withManualAction(schema, accounts, inbox, new MemorySender(), this::now);
    // What a unique key says, each time that this one writes.
    change(
        "CREATE TRIGGER unlucky BEFORE INSERT ON ticket FOR EACH ROW"
            + " IF NEW.requester = 'unlucky@mail.example' THEN"
            + " SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'Duplicate entry';"
            + " END IF");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Instant now() {
    return now;
  }

  @Test
  void afterThreeRoundsTheMailIsPutAsideAndTheOthersWereDone() throws SQLException {
    receive("unlucky@mail.example");
    receive("lucky@mail.example");
    desk.loops().takeIn();
    desk.loops().work();
    assertThat(desk.outcomes()).containsExactly(Outcome.TICKET_OPENED);
    assertThat(state()).isEqualTo("RECEIVED 1");
    desk.loops().work();
    assertThat(state()).isEqualTo("RECEIVED 1");

    later();
    assertThat(state()).isEqualTo("RECEIVED 2");
    later();

    assertThat(state()).isEqualTo("QUARANTINED 3");
    assertThat(desk.outcomes()).containsExactly(Outcome.TICKET_OPENED, Outcome.FAILED);
    assertThat(desk.lastReason()).contains("3 times", "Duplicate entry");
  }

  @Test
  void aConflictThatPassesCostsNothing() throws SQLException {
    receive("unlucky@mail.example");
    desk.loops().takeIn();
    desk.loops().work();
    change("DROP TRIGGER unlucky");

    later();

    assertThat(desk.outcomes()).containsExactly(Outcome.TICKET_OPENED);
  }

  @Test
  void aLockThatOthersHoldForLongPutsNoMailAside() throws SQLException {
    change("DROP TRIGGER unlucky");
    change(
        "CREATE TRIGGER locked BEFORE INSERT ON ticket FOR EACH ROW"
            + " SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205, MESSAGE_TEXT = 'Lock wait timeout'");
    receive("unlucky@mail.example");
    desk.loops().takeIn();
    for (int rounds = 0; rounds < 5; rounds++) {
      later();
    }
    assertThat(state()).isEqualTo("RECEIVED 0");
    change("DROP TRIGGER locked");

    later();

    assertThat(desk.outcomes()).containsExactly(Outcome.TICKET_OPENED);
  }

  private void later() {
    now = now.plus(Duration.ofMinutes(2));
    desk.loops().work();
  }

  private void receive(String from) {
    String mail =
        ("From: " + from + "\r\nSubject: Locked out\r\nMessage-ID: <1." + from + ">\r\n\r\n")
            + "I lost my phone and cannot log in. My username is nora.\r\n";
    inbox.receive(mail.getBytes(StandardCharsets.US_ASCII));
  }

  private String state() throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT CONCAT(state, ' ', attempts) FROM mail WHERE id = 1")) {
      row.next();
      return row.getString(1);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
