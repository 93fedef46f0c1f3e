package dev.latchkey.triage.learned;

import java.util.Arrays;

/** Hashed features of one text or token, each once, in groups of different weight. */
final class Bag {
  /** Runs of letters: many, and each says little. */
  static final int RUNS = 0;

  static final int WORDS = 1;
  static final int PAIRS = 2;

  /** Few, and the same in all languages. */
  static final int MEANINGS = 3;

  /** What a feature of each group counts; found by cross-validation. */
  private static final float[] VALUES = {0.4f, 1, 0.7f, 3};

  /** Features of a group are told apart by so many bits. */
  private static final int BITS = 16;

  private static final int GROUP = 1 << BITS;
  static final int SIZE = VALUES.length * GROUP;
  private static final int ROOM = 256;

  private final long[] seen = new long[SIZE / Long.SIZE];
  private int[] ids = new int[ROOM];
  private int count;
  private double length;

  void add(int group, int hash) {
    int id = group * GROUP + (mixed(hash) & (GROUP - 1));
    long bit = 1L << id;
    int word = id / Long.SIZE;
    if ((seen[word] & bit) == 0) {
      seen[word] |= bit;
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
      }
      ids[count++] = id;
      length += VALUES[group] * VALUES[group];
    }
  }

  /** What the feature {@code id} counts. */
  static float value(int id) {
    return VALUES[id >> BITS];
  }

  int count() {
    return count;
  }

  int id(int at) {
    return ids[at];
  }

  /** By this a sum over all features is made comparable with that of a longer text. */
  double scale() {
    return count == 0 ? 0 : 1 / Math.sqrt(length);
  }

  /** The features in ascending order. */
  int[] ids() {
    int[] sorted = Arrays.copyOf(ids, count);
    Arrays.sort(sorted);
    return sorted;
  }

  void clear() {
    for (int at = 0; at < count; at++) {
      seen[ids[at] / Long.SIZE] = 0;
    }
    count = 0;
    length = 0;
  }

  /** The finishing step of MurmurHash3. */
  static int mixed(int hash) {
    int mixed = hash;
    mixed ^= mixed >>> 16;
    mixed *= 0x85ebca6b;
    mixed ^= mixed >>> 13;
    mixed *= 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  static int join(int hash, int next) {
    return ((hash + 0x9e3779b9) * 0x01000193) ^ next;
  }

  static int join(int hash, int next, int last) {
    return join(join(hash, next), last);
  }
}
