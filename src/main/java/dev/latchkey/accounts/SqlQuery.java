package dev.latchkey.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the queries of the configuration.
 *
 * @param name as the configuration calls it, without {@code -query}
 * @param columns those that an answer must have; others are optional, or not looked at
 */
record SqlQuery(String name, NamedQuery text, List<String> columns) {

  /** Turns the present row into a value; empty for one that is left out. */
  @FunctionalInterface
  interface RowReader<T> {
    Optional<T> read(SqlRow row) throws SQLException;
  }

  /**
   * What was read of an answer.
   *
   * @param byName the values, by the account name of each row
   * @param unreadable why a row could not be read, by its account name
   */
  record Answer<T>(Map<String, List<T>> byName, Map<String, String> unreadable) {}

  /** The query about {@code :keys}. */
  static SqlQuery of(String name, String sql, String... columns) {
    return new SqlQuery(name, new NamedQuery(sql, ":keys"), List.of(columns));
  }

  /**
   * What the rows say. A row that names nobody is nobody's.
   *
   * @throws SQLException when the database refuses, or the answer lacks a column
   */
  <T> Answer<T> ask(
      Connection connection, Collection<String> values, Duration timeout, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text.text(values.size()))) {
      statement.setQueryTimeout((int) timeout.toSeconds());
      int parameter = 1;
      for (int use = text.uses(); use > 0; use--) {
        for (String value : values) {
          statement.setString(parameter++, value);
        }
      }
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows, reader);
      }
    } catch (SQLException e) {
      throw new SQLException(
          "the %s query: %s; look at accounts.%s-query".formatted(name, SqlFault.said(e), name),
          e.getSQLState(),
          e);
    }
  }

  private <T> Answer<T> read(ResultSet rows, RowReader<T> reader) throws SQLException {
    SqlRow row = new SqlRow(rows);
    row.require(columns);
    Map<String, List<T>> found = new HashMap<>();
    Map<String, String> unreadable = new HashMap<>();
    while (rows.next()) {
      Optional<String> account = row.find("name");
      if (account.isPresent()) {
        try {
          reader
              .read(row)
              .ifPresent(
                  value -> found.computeIfAbsent(account.get(), n -> new ArrayList<>()).add(value));
        } catch (SqlRow.UnreadableException e) {
          unreadable.put(account.get(), "the %s query: %s".formatted(name, e.getMessage()));
        }
      }
    }
    return new Answer<>(found, unreadable);
  }
}
