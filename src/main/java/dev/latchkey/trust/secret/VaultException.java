package dev.latchkey.trust.secret;

import org.jspecify.annotations.Nullable;

/** What was sealed cannot be opened: another key, another context, or changed octets. */
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  VaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
