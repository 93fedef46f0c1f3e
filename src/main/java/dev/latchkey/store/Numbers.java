package dev.latchkey.store;

import java.util.List;
import java.util.function.IntFunction;

/** Numbers of new rows. */
@FunctionalInterface
interface Numbers {
  /**
   * The next one.
   *
   * @param block how many to reserve when none is left, from 1
   * @param sequence asks the database for that many
   */
  long next(int block, IntFunction<List<Long>> sequence);
}
