package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old dump is restored on a desk that has worked on since. */
class RestoredCommandTest {
  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = CommandDesk.open(RestoredCommandTest.class, folder);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void noReferenceBelongsToTwoPeopleAndNoMailIsLost() throws Exception {
    write("ann");
    assertThat(desk.run("poll")).isZero();
    dump();
    write("bob");
    write("cleo");
    assertThat(desk.run("poll")).isZero();
    List<String> given = rows("SELECT id FROM ticket WHERE requester NOT LIKE 'ann@%'");
    List<String> letters = rows("SELECT message_id FROM outbox");
    assertThat(given).hasSize(2);
    restore();
    List<String> before = rows("SELECT message_id FROM outbox");

    assertThat(desk.run("restored", "--dry-run")).isZero();
    assertThat(desk.out()).contains("2 processed mails", "they would be taken in");
    assertThat(rows("SELECT id FROM mail")).hasSize(1);
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.out()).contains("2 processed mails", "taken in once more");
    write("dora");
    assertThat(desk.run("poll")).isZero();

    assertThat(rows("SELECT requester FROM ticket ORDER BY requester"))
        .extracting(address -> address.substring(0, address.indexOf('@')))
        .containsExactly("ann", "bob", "cleo", "dora");
    assertThat(rows("SELECT id FROM ticket")).doesNotContainAnyElementsOf(given);
    assertThat(rows("SELECT message_id FROM outbox"))
        .containsAll(before)
        .filteredOn(id -> !before.contains(id))
        .doesNotContainAnyElementsOf(letters);
    assertThat(desk.run("restored", "--dry-run")).isZero();
    assertThat(desk.out()).contains("0 processed mails");
  }

  @Test
  void withoutAnyRowItAsksFromWhenOn() throws Exception {
    write("ann");
    assertThat(desk.run("poll")).isZero();
    for (String table : tables()) {
      change("SET FOREIGN_KEY_CHECKS = 0", "DELETE FROM " + table);
    }
    assertThat(desk.run("restored")).isEqualTo(1);
    assertThat(desk.run("restored", "--since", "2020-01-01T00:00:00Z")).isZero();
    assertThat(desk.out()).contains("1 processed mails");
  }

  @Test
  void nothingIsSentUntilTheOperatorHasSeenTheDifference() throws Exception {
    write("ann");
    assertThat(desk.run("poll")).isZero();
    change("UPDATE outbox SET state = 'PENDING', sent_at = NULL ORDER BY id LIMIT 1");
    dump();
    write("bob");
    assertThat(desk.run("poll")).isZero();
    restore();

    assertThat(desk.run("restored", "--dry-run")).isZero();
    assertThat(desk.out()).contains("1 letters wait", "0 recoveries stand approved");
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.out()).contains("until: latchkey restored --go-on");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.out()).contains("1 worked on", " 0 mails sent");
    assertThat(rows("SELECT COUNT(*) FROM ticket")).containsExactly("2");
    assertThat(rows("SELECT COUNT(*) FROM outbox WHERE state = 'PENDING'").get(0))
        .isNotEqualTo("0");
    desk.run("check");
    assertThat(desk.out()).contains("nothing is sent and nothing carried out since");

    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.run("poll")).isZero();
    assertThat(rows("SELECT COUNT(*) FROM outbox WHERE state = 'PENDING'")).containsExactly("0");
    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.out()).contains("nothing was held back");
  }

  private void write(String name) throws Exception {
    desk.write(
        EmailAddress.of(name + "@outside.example"),
        "Locked out",
        "I lost my phone and cannot log in. My username is " + name + ".");
  }

  private List<String> tables() throws SQLException {
    return rows(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
            + " AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'dumped%'"
            + " AND table_name NOT LIKE 'flyway%'");
  }

  private void dump() throws SQLException {
    for (String table : tables()) {
      change("CREATE TABLE dumped_" + table + " AS SELECT * FROM " + table);
    }
  }

  /** Rows and numbers as they were. */
  private void restore() throws SQLException {
    for (String table : tables()) {
      String columns =
          String.join(
              ",",
              rows(
                  "SELECT CONCAT('`', column_name, '`') FROM information_schema.columns"
                      + " WHERE table_schema = DATABASE() AND extra NOT LIKE '%GENERATED%'"
                      + " AND table_name = '"
                      + table
                      + "'"));
      change(
          "SET FOREIGN_KEY_CHECKS = 0",
          "DELETE FROM " + table,
          "INSERT INTO %1$s (%2$s) SELECT %2$s FROM dumped_%1$s".formatted(table, columns));
    }
    change(
        "ALTER SEQUENCE ticket_id RESTART WITH 1002",
        "ALTER SEQUENCE mail_id RESTART WITH 2",
        "ALTER SEQUENCE outbox_id RESTART WITH " + rows("SELECT MAX(id) + 1 FROM outbox").get(0),
        "ALTER SEQUENCE token_id RESTART WITH "
            + rows("SELECT COALESCE(MAX(id), 0) + 1 FROM token").get(0));
  }

  private List<String> rows(String sql) throws SQLException {
    return desk.schema().rows(sql);
  }

  private void change(String... statements) throws SQLException {
    desk.schema().change(statements);
  }
}
