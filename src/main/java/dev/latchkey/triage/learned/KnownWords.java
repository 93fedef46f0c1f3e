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

  private final Map<Integer, Integer> mails;

  /**
   * @param mails by hash of the word
   */
  KnownWords(Map<Integer, Integer> mails) {
    this.mails = new HashMap<>(mails);
  }

  static int hash(String word) {
    return word.toLowerCase(Locale.ROOT).hashCode();
  }

  /**
   * In how many mails it stands, {@link #MOST} at most.
   *
   * @param without mails that do not count
   */
  int mails(String word, int without) {
    return Math.max(0, Math.min(MOST, mails.getOrDefault(hash(word), 0) - without));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(mails.size());
    for (Map.Entry<Integer, Integer> word : new TreeMap<>(mails).entrySet()) {
      out.writeInt(word.getKey());
      out.writeByte(Math.min(MOST, word.getValue()));
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
