package dev.latchkey.triage.learned;

import java.util.Arrays;

/** Some features of a text; emptied in the time that it took to fill it. For one thread. */
final class FeatureSet {
  private final long[] bits = new long[(1 << TextFeatures.BITS) / Long.SIZE];
  private int[] added = new int[256];
  private int count;

  /** Whether it was not there before. */
  boolean add(int feature) {
    if (has(feature)) {
      return false;
    }
    bits[feature / Long.SIZE] |= 1L << feature;
    if (count == added.length) {
      added = Arrays.copyOf(added, count * 2);
    }
    added[count++] = feature;
    return true;
  }

  boolean has(int feature) {
    return (bits[feature / Long.SIZE] >>> feature & 1) != 0;
  }

  void clear() {
    for (int at = 0; at < count; at++) {
      bits[added[at] / Long.SIZE] = 0;
    }
    count = 0;
  }
}
