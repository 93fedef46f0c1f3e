package dev.latchkey.flow.loop;

import dev.latchkey.store.database.StoreConflictException;
import java.util.function.Supplier;

/** Transactions that met another one on the same rows: rolled back, and done again. */
final class Conflicts {
  /** After this many in a row the work is left to a later round. */
  static final int MOST = 5;

  private Conflicts() {}

  /**
   * Does a transaction until it meets nobody.
   *
   * @throws StoreConflictException when it met somebody {@link #MOST} times
   */
  static <T> T retried(Supplier<T> transaction) {
    for (int conflicts = 1; ; conflicts++) {
      try {
        return transaction.get();
      } catch (StoreConflictException e) {
        if (conflicts == MOST) {
          throw e;
        }
      }
    }
  }

  /** The same for one that tells nothing. */
  static void repeated(Runnable transaction) {
    retried(
        () -> {
          transaction.run();
          return true;
        });
  }

  /**
   * The same where a lost lease is told at once, for it stays lost.
   *
   * @throws StoreConflictException when the lease was lost, or others held a lock {@link #MOST}
   *     times
   */
  static <T> T overLocks(Supplier<T> transaction) {
    for (int conflicts = 1; ; conflicts++) {
      try {
        return transaction.get();
      } catch (StoreConflictException e) {
        if (!e.passing() || conflicts == MOST) {
          throw e;
        }
      }
    }
  }
}
