package dev.latchkey.store.database;

import dev.latchkey.mail.SafeText;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means to who works with it. */
final class DatabaseFailure {
  /** Duplicate key, lock wait timeout, deadlock, and "record has changed since last read". */
  private static final int DUPLICATE = 1062;

  private static final Set<Integer> CONFLICTS = Set.of(DUPLICATE, 1205, 1213, 1020);

  /** Connection or query killed by an operator: nothing is wrong with what it did. */
  private static final Set<Integer> KILLED = Set.of(1317, 1927);

  /**
   * It cannot write now, or not for this user, whatever is asked of it: disk full (1021, 1114,
   * 1026, 1030, 3), read only (1290, 1036, 1223, 1792, 1836), out of memory (1037, 1038, 1041), no
   * right (1044, 1142, 1143, 1227), binary log or cluster not ready (1598, 1047), a table that is
   * gone or was made anew while a dump is loaded (1146, 1412).
   */
  private static final Set<Integer> CANNOT =
      Set.of(
          3, 1021, 1026, 1030, 1036, 1037, 1038, 1041, 1044, 1047, 1114, 1142, 1143, 1146, 1223,
          1227, 1290, 1412, 1598, 1792, 1836);

  private static final int LONGEST_REASON = 1_000;

  /** As {@link Enum#valueOf} begins what it says. */
  private static final String NO_CONSTANT = "No enum constant ";

  private DatabaseFailure() {}

  /** Of a statement: a conflict, a database that is away, a value nobody knows, or itself. */
  static RuntimeException translated(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException && isUnknown(cause.getMessage())) {
        return new UnknownValueException(unknown(cause.getMessage()), e);
      }
      if (cause instanceof SQLException sql) {
        if (CONFLICTS.contains(sql.getErrorCode())) {
          return new StoreConflictException(oneLine(sql), e, sql.getErrorCode() == DUPLICATE);
        }
        if (isConnection(sql) || CANNOT.contains(sql.getErrorCode())) {
          return new StoreUnavailableException(oneLine(sql), e);
        }
      }
    }
    return e;
  }

  /** Of what was read: a value nobody knows, or itself. */
  static RuntimeException ofValue(RuntimeException e) {
    return e instanceof IllegalArgumentException && isUnknown(e.getMessage())
        ? new UnknownValueException(unknown(e.getMessage()), e)
        : e;
  }

  private static boolean isUnknown(@Nullable String message) {
    return message != null && message.startsWith(NO_CONSTANT);
  }

  /** From {@code dev.latchkey.ticket.TicketState.LOST} to what an operator can look for. */
  private static String unknown(@Nullable String message) {
    String constant = String.valueOf(message).substring(NO_CONSTANT.length());
    String[] parts = constant.split("[.$]");
    return "a value that this version does not know: %s %s"
        .formatted(parts[parts.length - 2], SafeText.line(parts[parts.length - 1], 60));
  }

  /** Of a migration: a database that is away, or a schema that is not as it should be. */
  static RuntimeException translated(FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isConnection(sql)) {
        return new StoreUnavailableException(oneLine(sql), e);
      }
    }
    return new SchemaException(oneLine(e), e);
  }

  /** Connection lost, refused (class 08) or killed, login refused (class 28), server ending. */
  private static boolean isConnection(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08")
        || state.startsWith("28")
        || KILLED.contains(e.getErrorCode())
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException;
  }

  /** What it comes down to, for the operator. */
  static String oneLine(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return SafeText.line(
        String.valueOf(deepest.getMessage()).lines().findFirst().orElse(""), LONGEST_REASON);
  }
}
