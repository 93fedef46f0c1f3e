package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

/**
 * Somebody else wrote first: a unique key, a version, a lease or a lock says so. Everything was
 * rolled back; the work may be done again from the start.
 */
public final class StoreConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
