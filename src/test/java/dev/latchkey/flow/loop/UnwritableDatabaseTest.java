package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A database that cannot write is nobody's fault: no mail is put aside for it, no letter parked.
 */
@NullMarked
class UnwritableDatabaseTest {
  private static final int MAILS = 5;

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final MemoryInbox inbox = new MemoryInbox(clock);
  private final MemorySender sender = new MemorySender();

  @ParameterizedTest
  @CsvSource({
    "outbox, INSERT, 3",
    "outbox, INSERT, 1021",
    "outbox, INSERT, 1114",
    "outbox, INSERT, 1290",
    "mail, UPDATE, 1030",
    "mail, INSERT, 1026",
    "raw_mail, INSERT, 1792",
    "outbox, INSERT, 1142",
    "outbox, UPDATE, 1836"
  })
  void whileItCannotWriteEverythingWaits(String table, String verb, int code) throws Exception {
    TestDatabase schema = TestDatabase.emptyFor(UnwritableDatabaseTest.class);
    try (TestDesk desk = TestDesk.withManualAction(schema, accounts(), inbox, sender, clock)) {
      for (int i = 0; i < MAILS; i++) {
        inbox.receive(mail(i));
      }
      change(
          schema,
          ("CREATE TRIGGER full BEFORE %s ON %s FOR EACH ROW"
                  + " SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = 'no'")
              .formatted(verb, table, code));
      for (int round = 0; round < 6; round++) {
        assertThatThrownBy(() -> desk.loops().round())
            .isInstanceOf(DeskUnavailableException.class)
            .hasMessageStartingWith("database: ");
        clock.forward(Duration.ofMinutes(11));
      }

      change(schema, "DROP TRIGGER full");
      clock.forward(Duration.ofMinutes(11));
      desk.loops().round();

      assertThat(schema.rows("SELECT DISTINCT state FROM mail")).containsExactly("HANDLED");
      assertThat(schema.rows("SELECT id FROM mail")).hasSize(MAILS);
      assertThat(schema.rows("SELECT DISTINCT state FROM outbox")).containsExactly("SENT");
      assertThat(inbox.size()).isZero();
      assertThat(sender.sent()).hasSize(MAILS);
    }
  }

  private Path accounts() throws IOException {
    return Files.writeString(
        folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
  }

  private static byte[] mail(int number) {
    return """
    From: a%1$d@mail.example
    To: support@desk.example
    Subject: locked out
    Message-ID: <%1$d@mail.example>

    I lost my phone with the authenticator app, my account is name%1$d. Please help me.
    """
        .formatted(number)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void change(TestDatabase schema, String sql) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
