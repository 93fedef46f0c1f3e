package dev.latchkey.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.EmailAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real MariaDB, with the tables of an imagined account system. */
class SqlDirectoryTest {
  private static final String ACCOUNTS =
      """
      SELECT username AS name, totp_at IS NOT NULL AS second_factor, critical,
             EXISTS (SELECT 1 FROM packages p WHERE p.owner = u.id) AS published,
             totp_at AS second_factor_changed
      FROM users u WHERE LOWER(username) IN (:keys) -- not :keys here
      """;
  private static final String ADDRESSES =
      """
      SELECT u.username AS name, e.email AS address, e.verified, e.added, e.removed
      FROM users u JOIN emails e ON e.user_id = u.id WHERE LOWER(u.username) IN (:keys)
      """;
  private static final EmailAddress DORA = EmailAddress.of("dora@mail.example");

  private TestDatabase database;
  private SqlDirectory directory;

  @BeforeEach
  void fillDatabase() throws SQLException {
    database = TestDatabase.emptyFor(SqlDirectoryTest.class);
    execute("DROP TABLE IF EXISTS users, emails, packages");
    execute(
        "CREATE TABLE users (id INT PRIMARY KEY, username VARCHAR(50), critical BOOLEAN,"
            + " totp_at DATETIME NULL) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    execute(
        "CREATE TABLE emails (user_id INT, email VARCHAR(100), verified BOOLEAN,"
            + " added DATETIME NULL, removed DATETIME NULL)"
            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    execute("CREATE TABLE packages (owner INT)");
    execute(
        "INSERT INTO users VALUES (1, 'Dora', 0, '2025-01-31 12:00:00'), (2, 'd\u00f3ra', 1, NULL),"
            + " (3, 'kim', 1, NULL), (4, 'lost', 0, NULL)");
    execute(
        "INSERT INTO emails VALUES (1, 'Dora@mail.example', 1, '2021-03-01', NULL),"
            + " (1, 'old@mail.example', 1, NULL, '2025-06-30'), (2, 'd\u00f3ra@mail.example', 1,"
            + " NULL, NULL), (3, 'kim@mail.example', 0, NULL, NULL), (4, 'dora@mail.example', 1,"
            + " NULL, '2025-01-01')");
    execute("INSERT INTO packages VALUES (1)");
    directory = new SqlDirectory(settings(ACCOUNTS, database.password()));
  }

  @AfterEach
  void closeDirectory() {
    directory.close();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private SqlDirectorySettings settings(String accountsQuery, String password) {
    return new SqlDirectorySettings(
        database.url(),
        database.user(),
        password,
        accountsQuery,
        ADDRESSES,
        Duration.ofSeconds(2),
        NameRule.ASCII_CASE_INSENSITIVE);
  }

  @Test
  void accountIsReadWithItsAddresses() throws Exception {
    Account dora = requireNonNull(directory.find(Set.of("dora")).get("dora"));

    assertThat(dora.name()).isEqualTo("Dora");
    assertThat(dora.secondFactor()).isTrue();
    assertThat(dora.critical()).isFalse();
    assertThat(dora.published()).isTrue();
    assertThat(dora.secondFactorChangedAt()).contains(Instant.parse("2025-01-31T12:00:00Z"));
    assertThat(dora.addresses())
        .containsExactlyInAnyOrder(
            new RegisteredAddress(
                DORA, true, Optional.of(Instant.parse("2021-03-01T00:00:00Z")), Optional.empty()),
            new RegisteredAddress(
                EmailAddress.of("old@mail.example"),
                true,
                Optional.empty(),
                Optional.of(Instant.parse("2025-06-30T00:00:00Z"))));
  }

  @Test
  void manyKeysAreAskedForAtOnceAndUnknownOnesAreAbsent() throws Exception {
    Map<String, Account> found =
        directory.find(Set.of("dora", "kim", "nobody", "x' OR '1'='1", "?"));

    assertThat(found).containsOnlyKeys("dora", "kim");
    assertThat(directory.find(Set.of())).isEmpty();
  }

  @Test
  void lookAlikesThatTheCollationEquatesAreLeftOut() throws Exception {
    assertThat(directory.find(Set.of("dora")).values())
        .singleElement()
        .satisfies(dora -> assertThat(dora.critical()).isFalse());
    assertThat(directory.find(Set.of("d\u00f3ra"))).containsOnlyKeys("d\u00f3ra");
  }

  @Test
  void checkRunsEveryQuery() {
    assertThatCode(directory::check).doesNotThrowAnyException();
    try (SqlDirectory broken =
        new SqlDirectory(
            settings("SELECT nothing FROM users WHERE id IN (:keys)", database.password()))) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(broken::check)
          .withMessageStartingWith("the account database: ")
          .withMessageContaining("nothing");
    }
  }

  @Test
  void nothingCanBeWrittenThroughTheDirectory() throws Exception {
    try (SqlDirectory writing =
        new SqlDirectory(
            settings("DELETE FROM users WHERE username IN (:keys)", database.password()))) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(() -> writing.find(Set.of("kim")));
    }
    assertThat(directory.find(Set.of("kim"))).hasSize(1);
  }

  @Test
  void slowQueryIsCutOff() {
    try (SqlDirectory slow =
        new SqlDirectory(
            settings(
                ACCOUNTS.replace("SELECT username", "SELECT SLEEP(30), username"),
                database.password()))) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(() -> slow.find(Set.of("kim")));
    }
  }

  @Test
  void directoryIsBackAsSoonAsTheDatabaseIs() throws Exception {
    directory.find(Set.of("kim"));
    killConnections();

    assertThat(directory.find(Set.of("kim"))).hasSize(1);
  }

  /** What a restart of the server looks like to a client. */
  private void killConnections() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        Statement killer = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                    + " AND db = DATABASE()")) {
      while (rows.next()) {
        killer.execute("KILL " + rows.getLong(1));
      }
    }
  }

  @Test
  void databaseThatIsAwayIsAnErrorOfOneLine() {
    SqlDirectorySettings away =
        new SqlDirectorySettings(
            "jdbc:mariadb://127.0.0.1:1/x",
            "user",
            "secret",
            ACCOUNTS,
            ADDRESSES,
            Duration.ofSeconds(1),
            NameRule.EXACT);
    try (SqlDirectory nowhere = new SqlDirectory(away)) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(nowhere::check)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "secret"));
    }
    assertThat(away.toString()).doesNotContain("secret");
  }

  @Test
  void queryWithoutItsPlaceholderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("SELECT 1", ""))
        .withMessage("the accounts query needs :keys");
  }

  @Test
  void placeholderBecomesQuestionMarksOutsideQuotesAndCommentsOnly() {
    NamedQuery query =
        new NamedQuery(
            "SELECT ':keys', `:keys`, \":keys\", a::text /* :keys */ FROM t -- :keys\n"
                + "WHERE b IN (:keys) OR c IN (:keys) AND :keysize = ':",
            ":keys");

    assertThat(query.uses()).isEqualTo(2);
    assertThat(query.text(3))
        .isEqualTo(
            "SELECT ':keys', `:keys`, \":keys\", a::text /* :keys */ FROM t -- :keys\n"
                + "WHERE b IN (?, ?, ?) OR c IN (?, ?, ?) AND :keysize = ':");
  }
}
