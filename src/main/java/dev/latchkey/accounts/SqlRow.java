package dev.latchkey.accounts;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The present row of an answer; columns are found by their label, in any case. */
public final class SqlRow {
  private final ResultSet rows;
  private final Map<String, Integer> columns = new TreeMap<>();

  /** The rows of an answer, of which none is the present one yet. */
  public SqlRow(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData labels = rows.getMetaData();
    for (int i = labels.getColumnCount(); i > 0; i--) {
      columns.put(labels.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
    }
  }

  /**
   * Refuses an answer that lacks a column.
   *
   * @throws SQLException naming the columns that are there, and those that are not
   */
  public void require(List<String> needed) throws SQLException {
    List<String> missing = needed.stream().filter(c -> !columns.containsKey(c)).toList();
    if (!missing.isEmpty()) {
      throw new SQLException("it has the columns " + columns.keySet() + " and lacks " + missing);
    }
  }

  /**
   * @throws SQLException when it is NULL
   */
  String text(String column) throws SQLException {
    return find(column).orElseThrow(() -> new SQLException("column " + column + " is NULL"));
  }

  /** Empty for NULL, and when there is no such column. */
  public Optional<String> find(String column) throws SQLException {
    Integer at = columns.get(column);
    return at == null ? Optional.empty() : Optional.ofNullable(rows.getString(at));
  }

  /** NULL counts as no. */
  public boolean flag(String column) throws SQLException {
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
