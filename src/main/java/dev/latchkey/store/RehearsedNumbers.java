package dev.latchkey.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Numbers of rows that are taken back. No sequence is asked for them, since what one gave is gone
 * whatever becomes of the transaction.
 */
public final class RehearsedNumbers implements Numbers {
  /** No row that is kept gets that far. */
  private static final long FIRST = 900_000_000_000L;

  /** A reference may have so many digits and no more. */
  private static final long PLACES = 90_000_000_000L;

  private long last;

  /**
   * @param now rehearsals of two moments share no number, so that none waits for the other
   */
  RehearsedNumbers(Instant now) {
    this.last = FIRST + Math.floorMod(ChronoUnit.MICROS.between(Instant.EPOCH, now), PLACES);
  }

  @Override
  public long next(int block, IntFunction<List<Long>> sequence) {
    last++;
    return last;
  }

  /** Whether a row with this number was taken back. */
  public static boolean has(long number) {
    return number >= FIRST;
  }
}
