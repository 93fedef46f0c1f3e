package dev.latchkey.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A driver gives a column in some classes and refuses it in the others, as PostgreSQL's does. */
class SqlTimeTest {
  private static final String NO_TIMESTAMP_FOR_A_DAY =
      "Cannot convert the column of type DATE to requested type java.time.LocalDateTime.";

  /** The only column of a row, given in the class of its value and, as everything is, as text. */
  private static ResultSet row(Class<?> given, @Nullable Object value, String refusal) {
    return (ResultSet)
        Proxy.newProxyInstance(
            SqlTimeTest.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getString")) {
                return value == null ? null : value.toString();
              }
              if (arguments[1] != given) {
                throw new SQLException(refusal, "22023");
              }
              return value;
            });
  }

  private static Optional<Instant> read(Class<?> given, @Nullable Object value)
      throws SQLException {
    return SqlTime.find(row(given, value, NO_TIMESTAMP_FOR_A_DAY), 1);
  }

  @Test
  void everyFormThatADriverGivesIsRead() throws SQLException {
    assertThat(read(LocalDateTime.class, LocalDateTime.parse("2021-03-01T10:00")))
        .contains(Instant.parse("2021-03-01T10:00:00Z"));
    assertThat(read(OffsetDateTime.class, OffsetDateTime.parse("2021-03-01T10:00:00+02:00")))
        .contains(Instant.parse("2021-03-01T08:00:00Z"));
    assertThat(read(LocalDate.class, LocalDate.parse("2021-03-01")))
        .contains(Instant.parse("2021-03-01T00:00:00Z"));
    assertThat(read(String.class, " 2021-03-01 ")).contains(Instant.parse("2021-03-01T00:00:00Z"));
    assertThat(read(String.class, "2021-03-01T10:00:00Z"))
        .contains(Instant.parse("2021-03-01T10:00:00Z"));
  }

  @Test
  void nullIsNoTimeInAnyForm() throws SQLException {
    assertThat(read(LocalDateTime.class, null)).isEmpty();
    assertThat(read(OffsetDateTime.class, null)).isEmpty();
    assertThat(read(LocalDate.class, null)).isEmpty();
    assertThat(read(String.class, null)).isEmpty();
  }

  @Test
  void whatHasNoFormIsRefusedWithWhatTheDriverSaid() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> read(String.class, "last spring"))
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage(NO_TIMESTAMP_FOR_A_DAY));
  }

  @Test
  void aServerThatIsAwayIsNoFormThatIsWrong() {
    ResultSet away =
        (ResultSet)
            Proxy.newProxyInstance(
                SqlTimeTest.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> {
                  throw new SQLException("the connection was closed", "08006");
                });

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> SqlTime.find(away, 1))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08006"));
  }
}
