package dev.latchkey.triage.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what may be one of our codes in the strict reading of a mail: words of A to Z and 2 to 7,
 * with or without dashes, 13 to 26 letters long. Our codes have at least 64 bits, so looking up the
 * hash of each word tells whether it is one. A stop word ({@code STOP-…}) is read without its first
 * part.
 */
public final class CodeReader {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 26;
  private static final int MOST = 20;

  /** What a stop word begins with; without it the rest counts, too. */
  private static final String STOP = "STOP";

  /** The first 20 words that may be a code, without their dashes. */
  public List<String> read(String strict) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= strict.length() && words.size() < MOST; i++) {
      char c = i < strict.length() ? strict.charAt(i) : ' ';
      if (isCodeLetter(c)) {
        word.append(c);
      } else if (c != '-') {
        if (word.length() == STOP.length() + LONGEST && startsWithStop(word)) {
          word.delete(0, STOP.length());
        }
        if (word.length() >= SHORTEST && word.length() <= LONGEST) {
          words.add(word.toString());
        }
        word.setLength(0);
      }
    }
    return List.copyOf(words);
  }

  private static boolean startsWithStop(StringBuilder word) {
    return word.substring(0, STOP.length()).equalsIgnoreCase(STOP);
  }

  private static boolean isCodeLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
  }
}
