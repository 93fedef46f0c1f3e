package dev.latchkey.accounts;

import org.jspecify.annotations.Nullable;

/** The account directory could not be asked. The message is one line for the operator. */
public final class DirectoryException extends Exception {
  private static final long serialVersionUID = 1;

  public DirectoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
