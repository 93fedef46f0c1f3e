package dev.latchkey.store.database;

import java.sql.SQLException;

/**
 * The database is away, cannot write, or refuses the login. The message is one line for the
 * operator.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What an operator has to see to. */
  public enum Trouble {
    /** Nobody answers at its address. */
    CONNECTION,
    /** User or password. */
    LOGIN,
    /** There is no such schema. */
    NO_SCHEMA,
    /** A table is not there: no desk has run on it, or a dump is being loaded. */
    NO_TABLE,
    /** Its user may not do that. */
    RIGHTS,
    /** It takes no changes. */
    READ_ONLY,
    /** Its disk is full. */
    SPACE,
    OTHER
  }

  private final Trouble trouble;

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
    trouble = trouble(cause);
  }

  /** What it was, by the words of the server. */
  public Trouble trouble() {
    return trouble;
  }

  /** By what the server said itself, which the pool wraps into a timeout of its own. */
  private static Trouble trouble(Throwable failure) {
    Trouble found = Trouble.OTHER;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        Trouble told = trouble(sql);
        found = told == Trouble.OTHER ? found : told;
      }
    }
    return found;
  }

  private static Trouble trouble(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1045, 1698 -> Trouble.LOGIN;
      case 1049 -> Trouble.NO_SCHEMA;
      case 1146, 1412 -> Trouble.NO_TABLE;
      case 1044, 1142, 1143, 1227 -> Trouble.RIGHTS;
      case 1036, 1223, 1290, 1792, 1836 -> Trouble.READ_ONLY;
      case 3, 1021, 1026, 1030, 1114 -> Trouble.SPACE;
      default -> {
        String state = String.valueOf(e.getSQLState());
        yield state.startsWith("08")
            ? Trouble.CONNECTION
            : state.startsWith("28") ? Trouble.LOGIN : Trouble.OTHER;
      }
    };
  }
}
