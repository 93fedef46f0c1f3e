package dev.latchkey.triage.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * In how many mails of the corpus a word stands, up to a few: a name is a word that stands in none.
 */
final class KnownWords {
  /** More say no more. */
  static final int MOST = 5;

  /** A word in so many mails is no name unless a mark or a label says so. */
  static final int COMMON = 20;

  private final Map<Integer, Integer> mails;

  /** The same to look up: each hash at the first free slot behind where it belongs. */
  private final int[] hashes;

  private final byte[] counts;

  /** What is left of a product are as many bits as a slot has. */
  private final int shift;

  /**
   * @param mails by hash of the word
   */
  KnownWords(Map<Integer, Integer> mails) {
    this.mails = new HashMap<>(mails);
    this.hashes = new int[Integer.highestOneBit(Math.max(1, mails.size())) * 4];
    this.counts = new byte[hashes.length];
    this.shift = Integer.numberOfLeadingZeros(hashes.length) + 1;
    mails.forEach(
        (hash, count) -> {
          int slot = slot(hash);
          hashes[slot] = hash;
          counts[slot] = (byte) Math.min(Byte.MAX_VALUE, count);
        });
  }

  /** Where {@code hash} stands, or would; an empty slot has no count. */
  private int slot(int hash) {
    int slot = (hash * TextFeatures.SPREAD) >>> shift;
    while (counts[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  static int hash(String word) {
    return word.toLowerCase(Locale.ROOT).hashCode();
  }

  /**
   * In how many mails it stands, {@link #COMMON} at most.
   *
   * @param without mails that do not count
   */
  int mails(String word, int without) {
    return mails(hash(word), without);
  }

  /**
   * The same.
   *
   * @param hash of a word in small letters
   */
  int mails(int hash, int without) {
    return Math.max(0, Math.min(COMMON, counts[slot(hash)] - without));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(mails.size());
    for (Map.Entry<Integer, Integer> word : new TreeMap<>(mails).entrySet()) {
      out.writeInt(word.getKey());
      out.writeByte(Math.min(COMMON, word.getValue()));
    }
  }

  static KnownWords read(DataInputStream in) throws IOException {
    Map<Integer, Integer> mails = new HashMap<>();
    int count = in.readInt();
    for (int at = 0; at < count; at++) {
      mails.put(in.readInt(), (int) in.readByte());
    }
    return new KnownWords(mails);
  }
}
