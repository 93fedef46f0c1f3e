package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.RawMail;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row whose sealed octets are damaged is put aside alone; a wrong key puts nothing aside. */
@NullMarked
class DamagedRowsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.654321Z");

  @TempDir private Path folder;
  private final TestDatabase schema = TestDatabase.emptyFor(DamagedRowsTest.class);
  private final MemorySender sender = new MemorySender();
  private Instant now = NOW;
  private TestDesk desk;

  @BeforeEach
  void open() throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(accounts, "name,addresses,second_factor,critical,published\n");
    desk =
        TestDesk.withManualAction(schema, accounts, new MemoryInbox(() -> NOW), sender, () -> now);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE raw_mail SET sealed = CONCAT(sealed, 'x') WHERE mail_id = 2",
        "UPDATE raw_mail SET sealed = LEFT(sealed, 40) WHERE mail_id = 2",
        "UPDATE raw_mail SET sealed = '' WHERE mail_id = 2",
        "UPDATE raw_mail SET sealed = CONCAT(CHAR(ASCII(sealed) ^ 255), SUBSTRING(sealed, 2))"
            + " WHERE mail_id = 2"
      })
  void aDamagedMailIsPutAsideAloneAndTheOthersGoOn(String damage) throws SQLException {
    desk.mails().store(List.of(mail(1), mail(2), mail(3)), NOW);
    change(damage);

    assertThat(desk.loops().work()).isEqualTo(3);

    assertThat(rows("SELECT CONCAT(id, ' ', state) FROM mail ORDER BY id"))
        .containsExactly("1 HANDLED", "2 QUARANTINED", "3 HANDLED");
    assertThat(rows("SELECT reasons FROM mail WHERE id = 2").get(0))
        .contains("its stored octets cannot be opened");
    assertThat(desk.outcomes())
        .containsExactlyInAnyOrder(Outcome.DAMAGED, Outcome.NOT_A_REQUEST, Outcome.NOT_A_REQUEST);
  }

  /** Of a dump that is loaded under a running desk the rows of mails come before their octets. */
  @Test
  void aMailWhoseOctetsComeLaterIsWorkedOnThen() throws SQLException {
    desk.mails().store(List.of(mail(1), mail(2)), now);
    change("CREATE TABLE away AS SELECT * FROM raw_mail WHERE mail_id = 2");
    change("DELETE FROM raw_mail WHERE mail_id = 2");

    assertThat(desk.loops().work()).isEqualTo(2);
    assertThat(rows("SELECT CONCAT(id, ' ', state) FROM mail ORDER BY id"))
        .containsExactly("1 HANDLED", "2 RECEIVED");

    change("INSERT INTO raw_mail SELECT * FROM away");
    change("DROP TABLE away");
    now = NOW.plus(Duration.ofMinutes(6));
    assertThat(desk.loops().work()).isEqualTo(1);
    assertThat(rows("SELECT CONCAT(id, ' ', state) FROM mail ORDER BY id"))
        .containsExactly("1 HANDLED", "2 HANDLED");
  }

  @Test
  void aMailWhoseOctetsDoNotComeIsPutAside() throws SQLException {
    desk.mails().store(List.of(mail(1)), now);
    change("DELETE FROM raw_mail");
    for (int round = 0; round < 3; round++) {
      assertThat(rows("SELECT state FROM mail")).containsExactly("RECEIVED");
      assertThat(desk.loops().work()).isEqualTo(1);
      now = now.plus(Duration.ofMinutes(6));
    }
    assertThat(rows("SELECT CONCAT(state, ' ', reasons) FROM mail").get(0))
        .startsWith("QUARANTINED")
        .contains("its stored octets are not there");
  }

  /** Between its DROP and its CREATE a table of a dump is no table. */
  @ParameterizedTest
  @ValueSource(strings = {"raw_mail", "token", "ticket", "outbox"})
  void aTableThatIsBeingLoadedIsNoMailsFault(String table) throws SQLException {
    desk.mails().store(List.of(mail(1)), now);
    change("RENAME TABLE " + table + " TO away");
    for (int round = 0; round < 4; round++) {
      assertThatThrownBy(() -> desk.loops().work()).isInstanceOf(DeskUnavailableException.class);
      now = now.plus(Duration.ofMinutes(6));
    }
    change("RENAME TABLE away TO " + table);

    assertThat(desk.loops().work()).isEqualTo(1);
    assertThat(rows("SELECT CONCAT(state, attempts) FROM mail")).containsExactly("HANDLED1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONCAT(sealed, 'x')",
        "''",
        "CONCAT(CHAR(ASCII(sealed) ^ 255), SUBSTRING(sealed, 2))"
      })
  void aDamagedLetterIsParkedAloneAndTheOthersGoOut(String damage) throws SQLException {
    desk.mails().store(List.of(mail(1), mail(2)), NOW);
    desk.loops().work();
    int letters = rows("SELECT id FROM outbox").size();
    assertThat(letters).isGreaterThan(1);
    String first = rows("SELECT MIN(id) FROM outbox").get(0);
    change("UPDATE outbox SET sealed = " + damage + " WHERE id = " + first);

    assertThat(desk.loops().deliver()).isEqualTo(letters - 1);

    assertThat(rows("SELECT CONCAT(id, ' ', last_answer) FROM outbox WHERE state = 'PARKED'"))
        .hasSize(1)
        .allSatisfy(
            row -> assertThat(row).startsWith(first).contains("its stored text cannot be opened"));
    assertThat(rows("SELECT id FROM outbox WHERE state = 'SENT'")).hasSize(letters - 1);
    assertThat(desk.loops().deliver()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWrongKeyPutsNothingAside(boolean checkValueThere) throws SQLException {
    try (TestDesk other =
        TestDesk.withKey(
            schema,
            folder.resolve("accounts.csv"),
            "another key for tests, 41 octets in length",
            new MemoryInbox(() -> NOW),
            sender,
            () -> NOW)) {
      other.mails().store(List.of(mail(1), mail(2)), NOW);
    }
    if (!checkValueThere) {
      change("DELETE FROM sealing_key");
    }

    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> desk.loops().work())
          .isInstanceOf(DeskUnavailableException.class)
          .hasMessageContaining("signing-key")
          .hasMessageContaining("former-keys");
    }
    assertThat(rows("SELECT DISTINCT CONCAT(state, attempts) FROM mail"))
        .containsExactly("RECEIVED0");
  }

  @Test
  void aLetterSealedWithAnotherKeyWaitsForThatKey() throws SQLException {
    desk.mails().store(List.of(mail(1)), NOW);
    desk.loops().work();
    TestDesk wrong = desk;
    change("UPDATE outbox SET sealed = CONCAT(CHAR(7), SUBSTRING(sealed, 2))");
    change("UPDATE sealing_key SET sealed = CONCAT(CHAR(7), SUBSTRING(sealed, 2))");

    assertThatThrownBy(() -> wrong.loops().deliver())
        .isInstanceOf(DeskUnavailableException.class)
        .hasMessageContaining("signing-key");
    assertThat(rows("SELECT DISTINCT state FROM outbox")).containsExactly("PENDING");
  }

  /** One key of two is lost: what it sealed is put aside, and everything else goes on. */
  @Test
  void whatOneMissingKeySealedHoldsUpNothingElse() throws SQLException {
    desk.mails().store(List.of(mail(1), mail(2), mail(3)), NOW);
    change("INSERT INTO sealing_key SELECT CONCAT(CHAR(7), SUBSTRING(sealed, 2)) FROM sealing_key");
    change("UPDATE raw_mail SET sealed = CONCAT(CHAR(7), SUBSTRING(sealed, 2)) WHERE mail_id = 2");

    desk.loops().work();

    assertThat(rows("SELECT CONCAT(id, ' ', state) FROM mail ORDER BY id"))
        .containsExactly("1 HANDLED", "2 QUARANTINED", "3 HANDLED");
    assertThat(rows("SELECT reasons FROM mail WHERE id = 2").get(0)).contains("former-keys");
    assertThat(rows("SELECT mail_id FROM raw_mail")).as("for when the key is back").hasSize(1);

    String first = rows("SELECT MIN(id) FROM outbox").get(0);
    change("UPDATE outbox SET sealed = CONCAT(CHAR(7), SUBSTRING(sealed, 2)) WHERE id = " + first);
    desk.loops().deliver();

    assertThat(rows("SELECT CONCAT(id, last_answer) FROM outbox WHERE state = 'PENDING'"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).startsWith(first).contains("former-keys"));
    assertThat(sender.sent()).isNotEmpty();
  }

  private static RawMail mail(long uid) {
    byte[] octets =
        "From: a%1$d@mail.example\r\nMessage-ID: <%1$d@mail.example>\r\n\r\nhello\r\n"
            .formatted(uid)
            .getBytes(StandardCharsets.US_ASCII);
    return new RawMail(
        new MailLocation("support@desk.example/INBOX", 7, uid),
        NOW,
        octets.length,
        new MailBytes(octets),
        false);
  }

  private List<String> rows(String sql) throws SQLException {
    return schema.rows(sql);
  }

  private void change(String sql) throws SQLException {
    schema.change(sql);
  }
}
