package dev.latchkey.accounts;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The present row of an answer; columns are found by their label, in any case. */
final class SqlRow {
  private final ResultSet rows;
  private final Map<String, Integer> columns = new TreeMap<>();

  SqlRow(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData labels = rows.getMetaData();
    for (int i = labels.getColumnCount(); i > 0; i--) {
      columns.put(labels.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
    }
  }

  /** The labels in lower case. */
  Set<String> columns() {
    return columns.keySet();
  }

  /**
   * @throws SQLException when it is NULL
   */
  String text(String column) throws SQLException {
    return find(column).orElseThrow(() -> new SQLException("column " + column + " is NULL"));
  }

  /** Empty for NULL, and when there is no such column. */
  Optional<String> find(String column) throws SQLException {
    Integer at = columns.get(column);
    return at == null ? Optional.empty() : Optional.ofNullable(rows.getString(at));
  }

  /** NULL counts as no. */
  boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  /** Empty for NULL, and when there is no such column. */
  Optional<Instant> time(String column) throws SQLException {
    Integer at = columns.get(column);
    return at == null
        ? Optional.empty()
        : Optional.ofNullable(rows.getObject(at, LocalDateTime.class))
            .map(time -> time.toInstant(ZoneOffset.UTC));
  }
}
