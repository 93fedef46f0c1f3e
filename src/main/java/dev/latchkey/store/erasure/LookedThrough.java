package dev.latchkey.store.erasure;

import java.util.BitSet;
import java.util.List;

/**
 * Numbers of sealed rows that were opened and looked through, and whose octets and words do not
 * change any more: a bit for each, so that a million take little.
 */
final class LookedThrough {
  /** Of nothing. */
  static final LookedThrough NOTHING = new LookedThrough(new BitSet());

  private final BitSet numbers;

  private LookedThrough(BitSet numbers) {
    this.numbers = numbers;
  }

  /** A copy of them: of one beyond two thousand millions nothing is remembered. */
  static LookedThrough of(BitSet numbers) {
    return new LookedThrough((BitSet) numbers.clone());
  }

  /** Whether such a number can be remembered. */
  static boolean fits(long number) {
    return number <= Integer.MAX_VALUE;
  }

  boolean has(long number) {
    return fits(number) && numbers.get((int) number);
  }

  /** Those that are not among them. */
  List<Long> without(List<Long> all) {
    return all.stream().filter(number -> !has(number)).toList();
  }
}
