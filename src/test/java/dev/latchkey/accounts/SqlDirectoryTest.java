package dev.latchkey.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.SqlDirectorySettings.Queries;
import dev.latchkey.check.Chance;
import dev.latchkey.check.ChanceCheck;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.mail.EmailAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static Queries queries(String accountsQuery) {
    return new Queries(
        accountsQuery,
        ADDRESSES,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private SqlDirectorySettings settings(String accountsQuery, String password) {
    return new SqlDirectorySettings(
        database.url(),
        database.user(),
        password,
        queries(accountsQuery),
        Duration.ofSeconds(2),
        NameRule.ASCII_CASE_INSENSITIVE);
  }

  @Test
  void accountIsReadWithItsAddresses() throws Exception {
    Account dora = requireNonNull(directory.find(Set.of("dora")).accounts().get("dora"));

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
        directory.find(Set.of("dora", "kim", "nobody", "x' OR '1'='1", "?")).accounts();

    assertThat(found).containsOnlyKeys("dora", "kim");
    assertThat(directory.find(Set.of()).accounts()).isEmpty();
  }

  @Test
  void lookAlikesThatTheCollationEquatesAreLeftOut() throws Exception {
    assertThat(directory.find(Set.of("dora")).accounts().values())
        .singleElement()
        .satisfies(dora -> assertThat(dora.critical()).isFalse());
    assertThat(directory.find(Set.of("d\u00f3ra")).accounts()).containsOnlyKeys("d\u00f3ra");
  }

  @Test
  void aNameThatIsKeptWithItsMarksApartIsFoundAsItIsTyped() throws Exception {
    execute("INSERT INTO users VALUES (5, 'zoe\u0301', 0, NULL)");
    execute("INSERT INTO emails VALUES (5, 'zoe@mail.example', 1, NULL, NULL)");

    assertThat(directory.find(Set.of("zo\u00e9")).accounts().values())
        .singleElement()
        .satisfies(zoe -> assertThat(zoe.addresses()).hasSize(1));
    assertThat(directory.find(Set.of("zoe")).accounts()).isEmpty();
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

  /** The queries of what is on record; without those that are empty here. */
  private static Queries onRecord(String links, String keys, String coOwners, String profile) {
    return new Queries(
        ACCOUNTS,
        ADDRESSES,
        Optional.of(links).filter(sql -> !sql.isEmpty()),
        Optional.of(keys).filter(sql -> !sql.isEmpty()),
        Optional.of(coOwners).filter(sql -> !sql.isEmpty()),
        Optional.of(profile).filter(sql -> !sql.isEmpty()));
  }

  private SqlDirectory directory(Queries queries) {
    return new SqlDirectory(
        new SqlDirectorySettings(
            database.url(),
            database.user(),
            database.password(),
            queries,
            Duration.ofSeconds(2),
            NameRule.ASCII_CASE_INSENSITIVE));
  }

  @Test
  void whatThereIsToProveWithIsReadWhereThereAreQueriesForIt() throws Exception {
    String ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJqfQ2mYpgP7s0pDyNwh6d0pC7rGZ0sZc9y3QWcKX6Xz";
    execute("DROP TABLE IF EXISTS links, pubkeys, owners");
    execute("CREATE TABLE links (user_id INT, kind VARCHAR(20), url VARCHAR(3000), since DATE)");
    execute(
        "INSERT INTO links VALUES (1, 'Repository', 'https://git.example/dora/widget',"
            + " '2022-03-01'), (1, 'site', 'https://dora.example', NULL), (1, 'site', 'no address',"
            + " NULL), (1, 'chat', 'https://chat.example', NULL), (1, NULL, NULL, NULL), (3,"
            + " 'site', 'https://kim.example', '2022-01-01')");
    execute("CREATE TABLE pubkeys (user_id INT, kind VARCHAR(20), material TEXT, since DATETIME)");
    execute(
        "INSERT INTO pubkeys VALUES (1, 'ssh', '"
            + ssh
            + "', '2023-05-01 10:00:00'), (1, 'ssh', 'none', NULL), (1, 'minisign', 'RWQf', NULL)");
    execute("CREATE TABLE owners (project VARCHAR(20), user_id INT)");
    execute("INSERT INTO owners VALUES ('widget', 1), ('widget', 3), ('other', 3)");
    execute("ALTER TABLE users ADD COLUMN bio TEXT");
    execute("UPDATE users SET bio = 'my token' WHERE id = 1");
    String user = " FROM users u JOIN ";
    String named = " ON u.id = x.user_id WHERE LOWER(u.username) IN (:keys)";
    Queries queries =
        onRecord(
            "SELECT username AS name, x.kind, x.url AS address, x.since" + user + "links x" + named,
            "SELECT username AS name, x.kind, x.material, x.since" + user + "pubkeys x" + named,
            "SELECT u.username AS name, x.project, v.username AS account, e.email AS address"
                + " FROM users u JOIN owners x ON u.id = x.user_id JOIN owners y ON y.project ="
                + " x.project AND y.user_id <> x.user_id JOIN users v ON v.id = y.user_id JOIN"
                + " emails e ON e.user_id = v.id WHERE LOWER(u.username) IN (:keys)",
            "SELECT username AS name, bio AS profile FROM users WHERE LOWER(username) IN (:keys)");

    try (SqlDirectory full = directory(queries)) {
      Map<String, Account> found = full.find(Set.of("dora", "kim")).accounts();

      assertThat(found.get("dora"))
          .isEqualTo(
              requireNonNull(directory.find(Set.of("dora")).accounts().get("dora"))
                  .change()
                  .links(
                      List.of(
                          new Link(
                              Link.Kind.REPOSITORY,
                              URI.create("https://git.example/dora/widget"),
                              Optional.of(Instant.parse("2022-03-01T00:00:00Z"))),
                          new Link(
                              Link.Kind.SITE,
                              URI.create("https://dora.example"),
                              Optional.empty())))
                  .keys(
                      List.of(
                          new BoundKey(
                              BoundKey.Kind.SSH,
                              ssh,
                              Optional.of(Instant.parse("2023-05-01T10:00:00Z")))))
                  .coOwners(
                      List.of(new CoOwner("widget", "kim", EmailAddress.of("kim@mail.example"))))
                  .profile(Optional.of("my token"))
                  .build());
      assertThat(requireNonNull(found.get("kim")).profile()).contains("");
      assertThat(requireNonNull(found.get("kim")).links()).hasSize(1);
      assertThat(requireNonNull(found.get("kim")).keys()).isEmpty();
      assertThat(full.check().found())
          .isEqualTo("the queries answer: accounts, addresses, links, keys, co-owners, profile");
    }
    assertThat(requireNonNull(directory.find(Set.of("kim")).accounts().get("kim")).profile())
        .isEmpty();
    assertThat(directory.check().found()).isEqualTo("the queries answer: accounts, addresses");
  }

  @Test
  void aCoOwnerOfYesterdayAndOneWithoutADayAreNoneToVouch() throws Exception {
    execute("DROP TABLE IF EXISTS owners");
    execute("CREATE TABLE owners (project VARCHAR(20), address VARCHAR(50), since DATE)");
    execute(
        "INSERT INTO owners VALUES ('old', 'a@mail.example', '2021-05-01'), ('young',"
            + " 'b@mail.example', '2026-03-01'), ('undated', 'c@mail.example', NULL)");
    String query =
        "SELECT 'dora' AS name, project, project AS account, address, since FROM owners"
            + " WHERE 'dora' IN (:keys)";
    try (SqlDirectory full = directory(onRecord("", "", query, ""))) {
      Account dora = requireNonNull(full.find(Set.of("dora")).accounts().get("dora"));

      assertThat(
              new ChanceCheck(Policy.standard()).find(dora, Instant.parse("2026-03-02T09:00:00Z")))
          .extracting(Chance::kind, Chance::place, Chance::age)
          .containsExactly(
              tuple(EvidenceClass.VOUCHER, "old", Chance.Age.OLD_ENOUGH),
              tuple(EvidenceClass.VOUCHER, "young", Chance.Age.TOO_NEW),
              tuple(EvidenceClass.VOUCHER, "undated", Chance.Age.UNKNOWN));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "links, kind",
    "keys, 'kind, material'",
    "co-owners, 'project, account'",
    "profile, profile"
  })
  void aQueryThatLacksColumnsIsAnErrorThatNamesThem(String query, String missing) {
    String sql =
        "SELECT username AS name, id AS address, totp_at AS since FROM users WHERE username IN"
            + " (:keys)";
    Queries queries =
        onRecord(
            query.equals("links") ? sql : "",
            query.equals("keys") ? sql : "",
            query.equals("co-owners") ? sql : "",
            query.equals("profile") ? sql : "");
    try (SqlDirectory broken = directory(queries)) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(broken::check)
          .withMessage(
              "the account database: the "
                  + query
                  + " query: it has the columns [address, name, since] and lacks ["
                  + missing
                  + "]; look at accounts."
                  + query
                  + "-query");
    }
  }

  @Test
  void theFirstTwoQueriesAreHeldToTheirColumnsToo() {
    try (SqlDirectory broken =
        new SqlDirectory(
            settings(
                "SELECT username AS name, critical, 1 AS Second_Factor FROM users WHERE username"
                    + " IN (:keys)",
                database.password()))) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(broken::check)
          .withMessageEndingWith(
              "the accounts query: it has the columns [critical, name, second_factor] and lacks"
                  + " [published]; look at accounts.accounts-query");
    }
  }

  @Test
  void twoAccountsOfOneNameAreUnreadableAndHoldUpNoOther() throws Exception {
    execute("INSERT INTO users VALUES (5, 'KIM', 1, NULL)");

    FoundAccounts found = directory.find(Set.of("kim", "dora"));
    assertThat(found.accounts()).containsOnlyKeys("dora");
    assertThat(found.unreadable()).containsOnlyKeys("kim");
    assertThat(found.unreadable().get("kim")).startsWith("two entries are the account");
  }

  @Test
  void aValueOfNoFormSpoilsItsAccountAndNoOther() throws Exception {
    try (SqlDirectory odd =
        new SqlDirectory(
            settings(
                "SELECT username AS name, 0 AS critical, 1 AS second_factor, 0 AS published,"
                    + " IF(username = 'kim', 'last spring', NULL) AS second_factor_changed"
                    + " FROM users WHERE username IN (:keys)",
                database.password()))) {
      FoundAccounts found = odd.find(Set.of("kim", "dora"));
      assertThat(found.accounts()).containsOnlyKeys("dora");
      assertThat(found.unreadable())
          .containsOnly(
              Map.entry("kim", "the accounts query: column second_factor_changed cannot be read"));
    }
  }

  @ParameterizedTest
  @CsvSource({"second_factor", "critical", "published"})
  void whatThereIsToLoseIsNeverTakenForNoWhereItIsNull(String column) throws Exception {
    String told =
        "SELECT username AS name, 1 AS second_factor, 1 AS critical, 1 AS published"
            + " FROM users WHERE LOWER(username) IN (:keys)";
    try (SqlDirectory asked =
        new SqlDirectory(
            settings(
                told.replace("1 AS " + column, "IF(username = 'kim', NULL, 1) AS " + column),
                database.password()))) {
      FoundAccounts found = asked.find(Set.of("dora", "kim"));

      assertThat(found.accounts()).containsOnlyKeys("dora");
      assertThat(found.unreadable())
          .hasEntrySatisfying(
              "kim", why -> assertThat(why).contains("column " + column + " is NULL"));
    }
  }

  @Test
  void nothingCanBeWrittenThroughTheDirectory() throws Exception {
    try (SqlDirectory writing =
        new SqlDirectory(
            settings("DELETE FROM users WHERE username IN (:keys)", database.password()))) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(() -> writing.find(Set.of("kim")).accounts());
    }
    assertThat(directory.find(Set.of("kim")).accounts()).hasSize(1);
  }

  @Test
  void slowQueryIsCutOff() {
    try (SqlDirectory slow =
        new SqlDirectory(
            settings(
                ACCOUNTS.replace("SELECT username", "SELECT SLEEP(30), username"),
                database.password()))) {
      assertThatExceptionOfType(DirectoryException.class)
          .isThrownBy(() -> slow.find(Set.of("kim")).accounts());
    }
  }

  @Test
  void directoryIsBackAsSoonAsTheDatabaseIs() throws Exception {
    directory.find(Set.of("kim")).accounts();
    killConnections();

    assertThat(directory.find(Set.of("kim")).accounts()).hasSize(1);
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
            queries(ACCOUNTS),
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
        .isThrownBy(() -> queries("SELECT 1"))
        .withMessage("the accounts query needs :keys");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onRecord("", "SELECT 1", "", ""))
        .withMessage("the keys query needs :keys");
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
