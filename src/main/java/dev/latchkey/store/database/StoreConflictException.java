package dev.latchkey.store.database;

import org.jspecify.annotations.Nullable;

/**
 * Somebody else wrote first: a unique key, a version, a lease or a lock says so. Everything was
 * rolled back; the work may be done again from the start.
 */
public final class StoreConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean refused;

  public StoreConflictException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  public StoreConflictException(String message, @Nullable Throwable cause, boolean refused) {
    super(message, cause);
    this.refused = refused;
  }

  /**
   * A unique key refused what was to be written. Everything else is about who else works at the
   * moment, and passes however often it is met.
   */
  public boolean refused() {
    return refused;
  }

  /**
   * Others held a lock at this moment, or another node was first: nothing was decided by it, and
   * the same may be done again. Else a lease or a version is lost, or a key refused it.
   */
  public boolean passing() {
    return !refused && getCause() != null;
  }
}
