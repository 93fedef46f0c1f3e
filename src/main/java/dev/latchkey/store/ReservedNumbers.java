package dev.latchkey.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Row numbers from a sequence, reserved in blocks so that a batch costs one round trip. What a
 * batch leaves is used by the next; numbers are unique for ever but may have gaps.
 */
final class ReservedNumbers implements Numbers {
  private final Deque<Long> reserved = new ArrayDeque<>();

  @Override
  public synchronized long next(int block, IntFunction<List<Long>> sequence) {
    if (reserved.isEmpty()) {
      reserved.addAll(sequence.apply(block));
    }
    return reserved.remove();
  }
}
