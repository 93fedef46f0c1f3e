package dev.latchkey.triage.words;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A word as it was typed and as it is compared. Those that were read last are kept, in memory only:
 * most words of a mail stood in the mail before. A word takes the place of another, so there are
 * never more. For every thread.
 */
final class FoldedWord {
  /** A power of two. */
  private static final int MOST = 8192;

  private static final AtomicReferenceArray<FoldedWord> KNOWN = new AtomicReferenceArray<>(MOST);

  private final char[] typed;
  private final String text;
  private final int number;

  private FoldedWord(String typed) {
    this.typed = typed.toCharArray();
    this.text = Words.fold(typed);
    this.number = Words.numberOf(text);
  }

  /** The word that stands in {@code signs} from {@code start} to {@code end}. */
  static FoldedWord of(char[] signs, int start, int end) {
    int hash = end - start;
    for (int at = start; at < end; at++) {
      hash = hash * 31 + signs[at];
    }
    int place = (hash ^ hash >>> 15) & (MOST - 1);
    FoldedWord word = KNOWN.get(place);
    if (word == null || !word.stands(signs, start, end)) {
      word = new FoldedWord(new String(signs, start, end - start));
      KNOWN.set(place, word);
    }
    return word;
  }

  private boolean stands(char[] signs, int start, int end) {
    if (typed.length != end - start) {
      return false;
    }
    for (int at = 0; at < typed.length; at++) {
      if (typed[at] != signs[start + at]) {
        return false;
      }
    }
    return true;
  }

  /** Folded for comparison. */
  String text() {
    return text;
  }

  /** By which the models know it. */
  int number() {
    return number;
  }
}
