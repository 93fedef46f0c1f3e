package dev.latchkey.accounts;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The present row of an answer; columns are found by their label, in any case. */
public final class SqlRow {
  /** A value of one row has no form that the column could be read in; the next row may be well. */
  static final class UnreadableException extends SQLException {
    private static final long serialVersionUID = 1;

    UnreadableException(String column, @Nullable Throwable cause) {
      super("column " + column + (cause == null ? " is NULL" : " cannot be read"), cause);
    }
  }

  private final ResultSet rows;
  private final Map<String, Integer> columns = new TreeMap<>();

  @FunctionalInterface
  private interface Value<T extends @Nullable Object> {
    T get() throws SQLException;
  }

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
   * @throws UnreadableException when it is NULL
   */
  String text(String column) throws SQLException {
    return find(column).orElseThrow(() -> new UnreadableException(column, null));
  }

  /** Empty for NULL, and when there is no such column. */
  public Optional<String> find(String column) throws SQLException {
    Integer at = columns.get(column);
    return at == null ? Optional.empty() : Optional.ofNullable(rows.getString(at));
  }

  /**
   * @throws UnreadableException when it is NULL, which is neither yes nor no
   */
  boolean known(String column) throws SQLException {
    if (find(column).isEmpty()) {
      throw new UnreadableException(column, null);
    }
    return flag(column);
  }

  /** NULL counts as no. */
  public boolean flag(String column) throws SQLException {
    return read(column, () -> rows.getBoolean(column));
  }

  /**
   * A day, whose midnight in UTC is meant, or a moment, which is one of UTC where it names no zone.
   * Empty for NULL, and when there is no such column.
   */
  Optional<Instant> time(String column) throws SQLException {
    Integer at = columns.get(column);
    return at == null ? Optional.empty() : read(column, () -> SqlTime.find(rows, at));
  }

  /** What is no trouble with the connection is one with the value. */
  private static <T extends @Nullable Object> T read(String column, Value<T> value)
      throws SQLException {
    try {
      return value.get();
    } catch (SQLException e) {
      throw SqlFault.isAway(e) ? e : new UnreadableException(column, e);
    }
  }
}
