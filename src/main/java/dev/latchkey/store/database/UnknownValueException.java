package dev.latchkey.store.database;

/**
 * A row holds a value that this version does not know: another version, or somebody by hand, wrote
 * it. The row is worth as much as ever to who knows the value, so it is shown and left alone.
 */
public final class UnknownValueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownValueException(String message, Throwable cause) {
    super(message, cause);
  }
}
