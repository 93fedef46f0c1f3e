package dev.latchkey.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Times as the columns of a database have them. JDBC leaves it to the driver which classes a column
 * is given in: MariaDB's gives any, PostgreSQL's a {@code date} as a day, a {@code timestamptz}
 * with its offset and nothing else, and SQLite has text.
 */
final class SqlTime {
  @FunctionalInterface
  private interface Form {
    Optional<Instant> read(ResultSet rows, int column) throws SQLException;
  }

  private static final List<Form> FORMS =
      List.of(
          (rows, column) ->
              Optional.ofNullable(rows.getObject(column, LocalDateTime.class))
                  .map(time -> time.toInstant(ZoneOffset.UTC)),
          (rows, column) ->
              Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
                  .map(OffsetDateTime::toInstant),
          (rows, column) ->
              Optional.ofNullable(rows.getObject(column, LocalDate.class))
                  .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
          SqlTime::text);

  private SqlTime() {}

  /**
   * Empty for NULL.
   *
   * @throws SQLException when the value has none of the forms; what the driver said of each is
   *     beside it
   */
  static Optional<Instant> find(ResultSet rows, int column) throws SQLException {
    SQLException refused = new SQLException("it is no time");
    for (Form form : FORMS) {
      try {
        return form.read(rows, column);
      } catch (SQLException e) {
        if (SqlFault.isAway(e)) {
          throw e;
        }
        refused.addSuppressed(e);
      }
    }
    throw refused;
  }

  private static Optional<Instant> text(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        DirectoryTime.find(text.strip())
            .orElseThrow(() -> new SQLException("it is no day and no moment of ISO 8601")));
  }
}
