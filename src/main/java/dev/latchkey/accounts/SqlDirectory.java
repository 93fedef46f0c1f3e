package dev.latchkey.accounts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The accounts in the account system's own database, read with the queries of the configuration.
 *
 * <p>Connections are read only, opened when first needed, and opened again when they break. What
 * the database finds is compared once more by the desk's own rules, since a collation may equate
 * what the account system does not (THREATS X3). What people wrote into their account, an address,
 * a link or a key, and has no form that the desk can use, is left out.
 */
public final class SqlDirectory implements AccountDirectory {
  private static final int CONNECTIONS = 2;

  private final SqlDirectorySettings settings;
  private final SqlQuery accounts;
  private final SqlQuery addresses;
  private final Optional<SqlQuery> links;
  private final Optional<SqlQuery> keys;
  private final Optional<SqlQuery> coOwners;
  private final Optional<SqlQuery> profile;
  private final HikariDataSource database;

  /** What is asked of the database on one connection. */
  @FunctionalInterface
  private interface Question<T> {
    T answer(Connection connection) throws SQLException;
  }

  /** Connects to nothing yet: a desk starts without its directory. */
  public SqlDirectory(SqlDirectorySettings settings) {
    this.settings = settings;
    SqlDirectorySettings.Queries queries = settings.queries();
    accounts =
        SqlQuery.of(
            "accounts", queries.accounts(), "name", "second_factor", "critical", "published");
    addresses = SqlQuery.of("addresses", queries.addresses(), "name", "address", "verified");
    links = queries.links().map(sql -> SqlQuery.of("links", sql, "name", "kind", "address"));
    keys = queries.keys().map(sql -> SqlQuery.of("keys", sql, "name", "kind", "material"));
    coOwners =
        queries
            .coOwners()
            .map(sql -> SqlQuery.of("co-owners", sql, "name", "project", "account", "address"));
    profile = queries.profile().map(sql -> SqlQuery.of("profile", sql, "name", "profile"));
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("account-directory");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setReadOnly(true);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(settings.timeout().toMillis());
    pool.setValidationTimeout(settings.timeout().toMillis());
    database = new HikariDataSource(pool);
  }

  @Override
  public String key(String name) {
    return settings.nameRule().key(name);
  }

  @Override
  public FoundAccounts find(Set<String> keys) throws DirectoryException {
    return keys.isEmpty() ? FoundAccounts.NONE : ask(connection -> accounts(connection, keys));
  }

  /** Runs every query with values that no account has; one that fails hides no other. */
  @Override
  public DirectoryCheck check() throws DirectoryException {
    ask(connection -> connection.isValid((int) settings.timeout().toSeconds()));
    List<DirectoryException> faults = new ArrayList<>();
    for (SqlQuery query : queries()) {
      try {
        ask(
            connection ->
                query.ask(connection, Set.of(""), settings.timeout(), row -> Optional.empty()));
      } catch (DirectoryException e) {
        faults.add(e);
      }
    }
    if (!faults.isEmpty()) {
      DirectoryException first = faults.get(0);
      faults.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    ask(connection -> accounts(connection, Set.of("")));
    return DirectoryCheck.of(
        "the queries answer: accounts, addresses"
            + present(links)
            + present(keys)
            + present(coOwners)
            + present(profile));
  }

  private List<SqlQuery> queries() {
    return Stream.of(Optional.of(accounts), Optional.of(addresses), links, keys, coOwners, profile)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String present(Optional<SqlQuery> query) {
    return query.map(one -> ", " + one.name()).orElse("");
  }

  @Override
  public void close() {
    database.close();
  }

  /** Asks once more when the connection turns out to be broken: the server was restarted. */
  private <T> T ask(Question<T> question) throws DirectoryException {
    try {
      try {
        return answer(question);
      } catch (SQLException e) {
        boolean broken = e.getSQLState() != null && e.getSQLState().startsWith("08");
        if (!broken || e instanceof SQLTransientConnectionException) {
          throw e;
        }
        return answer(question);
      }
    } catch (SQLException e) {
      throw new DirectoryException("the account database: " + SqlFault.of(e, "accounts"), e);
    }
  }

  private <T> T answer(Question<T> question) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return question.answer(connection);
    }
  }

  private FoundAccounts accounts(Connection connection, Set<String> asked) throws SQLException {
    FoundAccounts.Gathering found = new FoundAccounts.Gathering(asked);
    Asking about = new Asking(connection, asked, found);
    Map<String, List<RegisteredAddress>> addressesOf =
        about.ask(Optional.of(addresses), AccountRows::address);
    Map<String, List<Link>> linksOf = about.ask(links, AccountRows::link);
    Map<String, List<BoundKey>> keysOf = about.ask(keys, AccountRows::key);
    Map<String, List<CoOwner>> coOwnersOf = about.ask(coOwners, AccountRows::coOwner);
    Map<String, List<String>> profileOf = about.ask(profile, AccountRows::profile);
    Map<String, List<Account>> accountsOf =
        about.ask(Optional.of(accounts), row -> AccountRows.account(row, this::key));
    for (Account one : accountsOf.values().stream().flatMap(List::stream).toList()) {
      String key = one.key();
      found.add(
          one.change()
              .addresses(addressesOf.getOrDefault(key, List.of()))
              .links(linksOf.getOrDefault(key, List.of()))
              .keys(keysOf.getOrDefault(key, List.of()))
              .coOwners(coOwnersOf.getOrDefault(key, List.of()))
              .profile(
                  profile.map(query -> String.join("\n", profileOf.getOrDefault(key, List.of()))))
              .build());
    }
    return found.done();
  }

  /** The queries about some keys, on one connection; what cannot be read of them is left out. */
  private final class Asking {
    private final Connection connection;
    private final Set<String> asked;
    private final FoundAccounts.Gathering found;

    Asking(Connection connection, Set<String> asked, FoundAccounts.Gathering found) {
      this.connection = connection;
      this.asked = asked;
      this.found = found;
    }

    /** What a query says, by account key; nothing when there is no such query. */
    <T> Map<String, List<T>> ask(Optional<SqlQuery> query, SqlQuery.RowReader<T> reader)
        throws SQLException {
      Map<String, List<T>> byKey = new HashMap<>();
      if (query.isPresent()) {
        Set<String> names = NameRule.spellings(asked);
        SqlQuery.Answer<T> answer = query.get().ask(connection, names, settings.timeout(), reader);
        answer
            .byName()
            .forEach(
                (name, rows) ->
                    byKey.computeIfAbsent(key(name), key -> new ArrayList<>()).addAll(rows));
        answer.unreadable().forEach((name, why) -> found.leaveOut(key(name), why));
      }
      return byKey;
    }
  }
}
