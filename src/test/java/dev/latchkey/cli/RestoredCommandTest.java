package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.latchkey.LogWatch;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.RestoreHold;
import java.io.IOException;
import java.nio.file.Files;
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
  private final LogWatch log = LogWatch.of(RestoreHold.class);
  private CommandDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = CommandDesk.open(RestoredCommandTest.class, folder);
  }

  @AfterEach
  void stop() {
    log.close();
    desk.close();
  }

  @Test
  void noReferenceBelongsToTwoPeopleAndNoMailIsLost() throws Exception {
    dumpAndTwoMore();
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
    assertThat(desk.run("restored", "--since", "yesterday")).isEqualTo(64);
    assertThat(desk.err()).contains("--since takes a day like 2026-03-01");
    assertThat(desk.run("restored", "--since", "2020-01-01")).isZero();
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
    assertThat(desk.out()).contains("1 letter waits", "0 recoveries stand approved");
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.out()).contains("until: latchkey restored --go-on");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.out()).contains("1 worked on", " 0 mails sent");
    assertThat(rows("SELECT COUNT(*) FROM ticket")).containsExactly("2");
    assertThat(rows("SELECT COUNT(*) FROM outbox WHERE state = 'PENDING'").get(0))
        .isNotEqualTo("0");
    desk.run("check");
    assertThat(desk.out()).contains("nothing is sent and nothing carried out since");
    assertThat(desk.run("health")).isEqualTo(1);
    assertThat(desk.out()).contains("an old dump of the database was restored");
    assertThat(desk.run("restored", "--go-on", "--dry-run")).isZero();
    assertThat(desk.out())
        .contains("1 letter waits that may have been sent before", "They go out")
        .containsPattern("[1-9] letters? (was|were) written since");
    assertThat(rows("SELECT id FROM restore_hold")).hasSize(1);

    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.run("poll")).isZero();
    assertThat(rows("SELECT COUNT(*) FROM outbox WHERE state = 'PENDING'")).containsExactly("0");
    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.out()).contains("nothing was held back");
  }

  @Test
  void aLetterThatMayHaveBeenSentBeforeIsDroppedWhileNothingIsSent() throws Exception {
    write("ann");
    assertThat(desk.run("poll")).isZero();
    change("UPDATE outbox SET state = 'PENDING', sent_at = NULL ORDER BY id LIMIT 1");
    String letter = rows("SELECT id FROM outbox WHERE state = 'PENDING'").get(0);
    assertThat(desk.run("outbox", "drop", letter, "--because", "sent before")).isEqualTo(1);
    assertThat(desk.run("restored")).isZero();

    assertThat(desk.run("outbox", "drop", letter, "--because", "sent before"))
        .as(desk.out())
        .isZero();
    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.run("poll")).isZero();
    assertThat(rows("SELECT state FROM outbox WHERE id = " + letter)).containsExactly("DROPPED");
  }

  @Test
  void aDumpThatIsOlderThanTheMarkOutsideIsNoticedByItselfAndOnce() throws Exception {
    mark("node-a.mark");
    write("ann");
    assertThat(desk.run("poll")).isZero();
    dump();
    write("bob");
    assertThat(desk.run("poll")).isZero();
    List<String> given = rows("SELECT id FROM ticket WHERE requester LIKE 'bob@%'");
    restore();
    desk.run("check");
    assertThat(desk.out()).contains("so an old dump was restored; call latchkey restored before");
    log.forget();

    write("dora");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.out()).contains("1 worked on", " 0 mails sent");
    assertThat(rows("SELECT attempts FROM outbox WHERE state = 'PENDING'")).containsOnly("0");
    assertThat(errors())
        .singleElement()
        .asString()
        .contains("the database is older than it was", "node-a.mark", "call latchkey restored,");
    assertThat(rows("SELECT id FROM ticket WHERE requester LIKE 'dora@%'"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(given);
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.out()).contains(" 0 mails sent");
    assertThat(errors()).hasSize(1);

    assertThat(desk.run("restored")).isZero();
    assertThat(desk.out())
        .contains("1 processed mails", "taken in once more")
        .containsPattern("the next reference is LK-1[12]...,");
    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.run("poll")).isZero();
    assertThat(rows("SELECT COUNT(*) FROM outbox WHERE state = 'PENDING'")).containsExactly("0");
    assertThat(errors()).hasSize(1);
    desk.run("check");
    assertThat(desk.out()).contains("it is not older than", "node-a.mark has noted");
  }

  /**
   * The number of the round is there, and what the round did is not: a replica some seconds late.
   */
  @Test
  void aReplicaThatLacksWhatTheLastRoundDidIsNoticed() throws Exception {
    mark("node-a.mark");
    write("ann");
    assertThat(desk.run("poll")).isZero();
    dump();
    write("bob");
    assertThat(desk.run("poll")).isZero();
    restore();
    change("UPDATE restore_mark SET number = number + 1");
    log.forget();

    assertThat(desk.run("poll")).isZero();
    assertThat(errors()).singleElement().asString().contains("a replica took over");
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.out()).contains("1 processed mails", "taken in once more");
  }

  /** The dump knows of a hold, but not of the numbers that were given since. */
  @Test
  void numbersJumpOnceMoreWhereTheDumpWasTakenWhileItWasHeldBack() throws Exception {
    mark("node-a.mark");
    write("ann");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.run("restored")).isZero();
    dump();
    write("bob");
    assertThat(desk.run("poll")).isZero();
    List<String> given = rows("SELECT id FROM ticket WHERE requester LIKE 'bob@%'");
    restore();

    assertThat(desk.run("restored")).isZero();
    write("dora");
    assertThat(desk.run("poll")).isZero();
    assertThat(rows("SELECT id FROM ticket WHERE requester LIKE 'dora@%'"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(given);
    assertThat(rows("SELECT id > 11000 FROM ticket WHERE requester LIKE 'dora@%'"))
        .containsExactly("1");
  }

  /** Whoever restores a dump often does so twice: the first time something is missing. */
  @Test
  void noNumberIsGivenTwiceWhereTheSameDumpIsRestoredTwice() throws Exception {
    mark("node-a.mark");
    write("ann");
    assertThat(desk.run("poll")).isZero();
    dump();
    restore();
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.run("restored", "--go-on")).isZero();
    write("bob");
    assertThat(desk.run("poll")).isZero();
    List<String> given = rows("SELECT id FROM ticket WHERE requester LIKE 'bob@%'");
    List<String> letters = rows("SELECT message_id FROM outbox WHERE recipient LIKE 'bob@%'");
    assertThat(given).hasSize(1);

    restore();
    assertThat(desk.run("restored")).isZero();
    write("cleo");
    assertThat(desk.run("poll")).isZero();

    assertThat(rows("SELECT id FROM ticket WHERE requester LIKE 'cleo@%'"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(given);
    assertThat(rows("SELECT message_id FROM outbox WHERE recipient LIKE 'cleo@%'"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(letters);
    assertThat(rows("SELECT id FROM ticket WHERE requester LIKE 'bob@%'"))
        .doesNotContainAnyElementsOf(given);
  }

  @Test
  void whatTheOperatorSaidHimselfIsNotNoticedAgainByAnyNode() throws Exception {
    mark("node-a.mark");
    write("ann");
    assertThat(desk.run("poll")).isZero();
    dump();
    assertThat(desk.run("poll")).isZero();
    mark("node-b.mark");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.run("poll")).isZero();
    restore();
    mark("node-a.mark");
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.run("restored", "--go-on")).isZero();

    assertThat(desk.run("poll")).isZero();
    mark("node-b.mark");
    assertThat(desk.run("poll")).isZero();

    assertThat(rows("SELECT COUNT(*) FROM restore_hold")).containsExactly("0");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aMarkThatCannotBeWrittenIsSaidAndStopsNothing() throws Exception {
    mark("no-such-folder/database.mark");
    write("ann");

    // The first round makes the first start, by which a database is known.
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.run("poll")).isZero();

    assertThat(rows("SELECT COUNT(*) FROM outbox WHERE state = 'PENDING'")).containsExactly("0");
    assertThat(warnings())
        .anyMatch(
            line ->
                line.contains("no-such-folder/database.mark cannot be written")
                    && line.contains("make its folder"));
    assertThat(desk.run("check")).isZero();
    assertThat(desk.out())
        .contains(
            "warn  database: database.mark (line ", "database.mark cannot be written, so that");
  }

  @Test
  void aMarkOfAnotherDatabaseOrOneThatIsDamagedIsSaidAndWrittenAnew() throws Exception {
    Path file = mark("database.mark");
    write("ann");
    assertThat(desk.run("poll")).isZero();
    Files.writeString(file, "2020-01-01T00:00:00.000000Z 999999\n");
    assertThat(desk.run("poll")).isZero();
    assertThat(warnings()).anyMatch(line -> line.contains("is of another database"));
    assertThat(file).content().doesNotContain("999999");

    Files.writeString(file, "\0\0\0\0");
    assertThat(desk.run("poll")).isZero();
    assertThat(warnings())
        .anyMatch(line -> line.contains("cannot be read: java.io.IOException: it is no mark"));
    assertThat(file).content().matches("\\S+Z( [0-9]+){5}\\n");
    assertThat(rows("SELECT COUNT(*) FROM restore_hold")).containsExactly("0");
  }

  @Test
  void withoutAFileCheckSaysThatNothingWouldBeNoticed() {
    assertThat(desk.run("poll")).isZero();
    desk.run("check");
    assertThat(desk.out()).contains("name a file in database.mark");
  }

  /** Has the desk note how far its database has come. */
  private Path mark(String name) throws IOException {
    Path file = desk.folder().resolve(name);
    String settings = Files.readString(desk.config());
    Files.writeString(
        desk.config(),
        settings.replaceFirst(
            "connections: 3[^}]*", "connections: 3, mark: \"%s\"".formatted(file)));
    return file;
  }

  private List<String> errors() {
    return log.lines(Level.ERROR);
  }

  private List<String> warnings() {
    return log.lines(Level.WARN);
  }

  /** Ann's mail is in the dump, Bob's and Cleo's come after it. */
  private void dumpAndTwoMore() throws Exception {
    write("ann");
    assertThat(desk.run("poll")).isZero();
    dump();
    write("bob");
    write("cleo");
    assertThat(desk.run("poll")).isZero();
  }

  /** As when the process was killed in the midst of it. */
  @Test
  void itDoesNotGoOnWhileMailsOfTheLostHoursHaveNoRow() throws Exception {
    dumpAndTwoMore();
    restore();
    change("INSERT INTO restore_hold (id, since) VALUES (1, UTC_TIMESTAMP(6))");
    write("dora");
    assertThat(desk.run("poll")).isZero();
    change("UPDATE mail SET received_at = received_at + INTERVAL 3 DAY ORDER BY id DESC LIMIT 1");

    assertThat(desk.run("restored", "--go-on")).isEqualTo(1);
    assertThat(desk.err())
        .contains("not finished", "2 processed mails", "Call latchkey restored again");
    assertThat(rows("SELECT id FROM restore_hold")).hasSize(1);
    assertThat(desk.run("restored")).isZero();
    assertThat(desk.out()).contains("2 processed mails", "taken in once more");
    assertThat(desk.run("restored", "--go-on")).isZero();
    assertThat(desk.out()).contains("carried out again");
    assertThat(rows("SELECT id FROM restore_hold")).isEmpty();
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
