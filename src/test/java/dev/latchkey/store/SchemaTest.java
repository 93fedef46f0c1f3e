package dev.latchkey.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.DatabaseSettings;
import dev.latchkey.store.database.SchemaException;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
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
  void aMigrationThatWasCutOffSaysWhatToDoAtEachStart() throws SQLException {
    TestDatabase schema = TestDatabase.withoutTablesFor(SchemaTest.class);
    Flyway.configure()
        .dataSource(schema.url(), schema.user(), schema.password())
        .target(MigrationVersion.fromVersion("9"))
        .load()
        .migrate();
    schema.change("ALTER TABLE approval ADD COLUMN new_address VARCHAR(254) NULL");
    try (Database database =
        Database.open(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 2))) {
      assertThatThrownBy(database::migrate)
          .isInstanceOf(SchemaException.class)
          .hasMessageContainingAll(
              "Duplicate column name 'new_address'; migration 10 (approved)",
              "restore the dump from before the upgrade",
              "drop the schema and create it anew");
      for (ThrowingCallable again : List.<ThrowingCallable>of(database::migrate, database::facts)) {
        assertThatThrownBy(again)
            .isInstanceOf(SchemaException.class)
            .hasMessageStartingWith("migration 10 (approved) failed, or was cut off before");
      }
    }
  }

  @Test
  void theRowsOfTheFirstVersionSurviveTheSecond() throws SQLException {
    TestDatabase schema = TestDatabase.withoutTablesFor(SchemaTest.class);
    Flyway.configure()
        .dataSource(schema.url(), schema.user(), schema.password())
        .target(MigrationVersion.fromVersion("1"))
        .load()
        .migrate();
    try (TestStore store = TestStore.on(schema)) {
      String mail =
          HexFormat.of().formatHex(store.vault.seal("one".getBytes(US_ASCII), "mail 900"));
      for (String row :
          List.of(
              "mail VALUES (900, SHA2('one', 256), 3, FALSE, NOW(6), NOW(6), 'RECEIVED', 0,"
                  + " '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
              "raw_mail VALUES (900, X'" + mail + "')",
              "mail_position VALUES ('INBOX', 7, 1, 900)",
              "ticket (id, version, history_hash, state, state_since, requester, language, reasons,"
                  + " addresses, projects, details, round, reopened, question_open, opened_at)"
                  + " VALUES (1001, 1, '', 'PROVING', NOW(6), 'nora@mail.example', 'en', '', '',"
                  + " '', '', 0, FALSE, FALSE, NOW(6))",
              "evidence VALUES (1001, 'E1', 'n@a.example', NOW(6), 1),"
                  + " (1001, 'E2', 'n@a.example', NOW(6), 1),"
                  + " (1001, 'E2B', 'n@b.example', NOW(6), NULL)",
              "outbox VALUES (5, 1001, 'CODE', 'LK-1001:CODE:opened:n@a.example', 'n@a.example',"
                  + " '<m@desk.example>', '', NOW(6), 'SENT', 1, NOW(6), '250', NOW(6))")) {
        store.change("INSERT INTO " + row);
      }

      store.database.migrate();

      store.desk.work(
          TestStore.NOW,
          1,
          work -> {
            assertThat(work.proofs().of(1001))
                .extracting(Evidence::kind)
                .containsExactlyInAnyOrder(
                    EvidenceClass.REGISTERED_SENDER, EvidenceClass.CODE, EvidenceClass.SECOND_CODE);
            DedupeKey key =
                new DedupeKey(
                    Optional.of(new Reference(1001)),
                    LetterKind.find("CODE").orElseThrow(),
                    "opened",
                    Optional.of(EmailAddress.of("n@a.example")));
            assertThat(work.outbox().findWritten(List.of(key))).containsExactly(key.sha256());
            return true;
          });
      assertThat(store.mails.store(List.of(TestStore.mail(1, "one")), TestStore.NOW).fresh())
          .isZero();
      assertThat(store.mails.store(List.of(TestStore.mail(1, "two")), TestStore.NOW).usedBefore())
          .hasSize(1);
      assertThat(store.mails.claim(9, TestStore.NOW, Duration.ofMinutes(5), false).readable())
          .hasSize(2);
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
