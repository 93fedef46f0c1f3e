package dev.latchkey.accounts;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What is wrong with a database of the operator's, and what to look at. */
public final class SqlFault {
  private static final String LOGIN = "28";
  private static final String CONNECTION = "08";

  private SqlFault() {}

  /**
   * One line for the operator.
   *
   * @param section of the settings, which says where the database is
   */
  public static String of(SQLException failure, String section) {
    SQLException deepest = deepest(failure);
    if (state(deepest).startsWith(LOGIN)) {
      return "%s; look at %s.user and %s.password".formatted(said(deepest), section, section);
    }
    return isAway(failure)
        ? "%s; is it running, and is %s.url right?".formatted(said(deepest), section)
        : said(failure);
  }

  /** Whether nobody answered, so that it may later; a login that is refused stays so. */
  public static boolean isAway(SQLException failure) {
    SQLException deepest = deepest(failure);
    return !state(deepest).startsWith(LOGIN)
        && (failure instanceof SQLTransientConnectionException
            || state(deepest).startsWith(CONNECTION));
  }

  /** Without the number of the connection, which the driver of MariaDB puts before it. */
  static String said(SQLException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
  }

  /** The pool wraps why there is no connection into a timeout of its own. */
  private static SQLException deepest(SQLException failure) {
    SQLException deepest = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      deepest = cause instanceof SQLException sql ? sql : deepest;
    }
    return deepest;
  }

  private static String state(SQLException e) {
    return String.valueOf(e.getSQLState());
  }
}
