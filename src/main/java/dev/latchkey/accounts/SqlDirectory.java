package dev.latchkey.accounts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.mail.EmailAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts in the account system's own database, read with the queries of the configuration.
 *
 * <p>Connections are read only, opened when first needed, and opened again when they break. What
 * the database finds is compared once more by the desk's own rules, since a collation may equate
 * what the account system does not (THREATS X3).
 */
public final class SqlDirectory implements AccountDirectory {
  private static final int CONNECTIONS = 2;

  private final SqlDirectorySettings settings;
  private final NamedQuery accountsQuery;
  private final NamedQuery addressesQuery;
  private final HikariDataSource database;

  /** What is asked of the database on one connection. */
  @FunctionalInterface
  private interface Question<T> {
    T answer(Connection connection) throws SQLException;
  }

  /** Turns the present row into a value. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** An address and the key of the account it belongs to. */
  private record OwnedAddress(String key, RegisteredAddress address) {}

  /** Connects to nothing yet: a desk starts without its directory. */
  public SqlDirectory(SqlDirectorySettings settings) {
    this.settings = settings;
    accountsQuery = new NamedQuery(settings.accountsQuery(), ":keys");
    addressesQuery = new NamedQuery(settings.addressesQuery(), ":keys");
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
  public Map<String, Account> find(Set<String> keys) throws DirectoryException {
    return keys.isEmpty() ? Map.of() : ask(connection -> accounts(connection, keys));
  }

  /** Runs every query with values that no account has. */
  @Override
  public void check() throws DirectoryException {
    Set<String> nobody = Set.of("");
    ask(
        connection ->
            query(connection, accountsQuery, nobody, row -> account(row, List.of())).size()
                + query(connection, addressesQuery, nobody, this::address).size());
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
      throw new DirectoryException("the account database: " + e.getMessage(), e);
    }
  }

  private <T> T answer(Question<T> question) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return question.answer(connection);
    }
  }

  private Map<String, Account> accounts(Connection connection, Set<String> keys)
      throws SQLException {
    Map<String, List<RegisteredAddress>> addresses = new HashMap<>();
    for (OwnedAddress owned :
        query(connection, addressesQuery, keys, this::address).stream()
            .flatMap(Optional::stream)
            .toList()) {
      addresses.computeIfAbsent(owned.key(), key -> new ArrayList<>()).add(owned.address());
    }
    Map<String, Account> found = new HashMap<>();
    for (Account account :
        query(
            connection,
            accountsQuery,
            keys,
            row -> account(row, addresses.getOrDefault(key(text(row, "name")), List.of())))) {
      if (keys.contains(account.key()) && found.put(account.key(), account) != null) {
        throw new SQLException("two accounts have the same name by the rule of names");
      }
    }
    return Map.copyOf(found);
  }

  private <T> List<T> query(
      Connection connection, NamedQuery query, Collection<String> values, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query.text(values.size()))) {
      statement.setQueryTimeout((int) settings.timeout().toSeconds());
      int parameter = 1;
      for (int use = query.uses(); use > 0; use--) {
        for (String value : values) {
          statement.setString(parameter++, value);
        }
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private Account account(ResultSet row, List<RegisteredAddress> addresses) throws SQLException {
    String name = text(row, "name");
    return Account.named(name, key(name))
        .addresses(addresses)
        .secondFactor(row.getBoolean("second_factor"))
        .critical(row.getBoolean("critical"))
        .published(row.getBoolean("published"))
        .secondFactorChangedAt(time(row, "second_factor_changed"))
        .language(language(row))
        .build();
  }

  /** The query may leave the column out. */
  private static Optional<String> language(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.getColumnLabel(i).equalsIgnoreCase("language")) {
        return Optional.ofNullable(row.getString(i))
            .map(language -> language.strip().toLowerCase(Locale.ROOT))
            .filter(language -> language.matches("[a-z]{2}"));
      }
    }
    return Optional.empty();
  }

  /** Empty for an address that the desk cannot write to, for example one outside ASCII. */
  private Optional<OwnedAddress> address(ResultSet row) throws SQLException {
    String key = key(text(row, "name"));
    boolean verified = row.getBoolean("verified");
    Optional<Instant> added = time(row, "added");
    Optional<Instant> removed = time(row, "removed");
    return EmailAddress.find(text(row, "address"))
        .map(
            found -> new OwnedAddress(key, new RegisteredAddress(found, verified, added, removed)));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new SQLException("column " + column + " is NULL");
    }
    return text;
  }

  /** Empty for NULL, and when the query has no such column. */
  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      if (row.getMetaData().getColumnLabel(i).equalsIgnoreCase(column)) {
        return Optional.ofNullable(row.getObject(i, LocalDateTime.class))
            .map(time -> time.toInstant(ZoneOffset.UTC));
      }
    }
    return Optional.empty();
  }
}
