package dev.latchkey.store.database;

/** The schema cannot be brought up to date. The message is one line for the operator. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
