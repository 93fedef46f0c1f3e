package dev.latchkey.store;

/**
 * The database is away, cannot write, or refuses the login. The message is one line for the
 * operator.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
