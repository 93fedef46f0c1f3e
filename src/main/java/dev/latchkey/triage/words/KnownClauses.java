package dev.latchkey.triage.words;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * What was found in a clause, by each who looked: the headings of a form, greetings, sentences of
 * our own letters and lines that a text repeats stood in a text before. Those of the clauses that
 * were read last are kept, in memory only; a clause takes the place of another, so there are never
 * more. For every thread.
 */
final class KnownClauses {
  /** Clauses; a power of two. */
  private static final int MOST = 1024;

  /** So many words are said again; a longer story is not. */
  private static final int LONGEST = 24;

  /** Who looks in a clause; when there are more, the desk has read its settings anew. */
  private static final int READERS = 48;

  private static final AtomicReferenceArray<KnownClauses> KNOWN = new AtomicReferenceArray<>(MOST);

  private final String[] words;

  /** Who looked, and behind each what was found; never changed in place. */
  private volatile Object[] found = {};

  private KnownClauses(Words.Word[] words) {
    this.words = new String[words.length];
    for (int at = 0; at < words.length; at++) {
      this.words[at] = words[at].text();
    }
  }

  /** Those in {@code words}. */
  static KnownClauses in(Words.Word[] words) {
    if (words.length > LONGEST) {
      return new KnownClauses(words);
    }
    int hash = words.length;
    for (Words.Word word : words) {
      hash = hash * 31 + word.text().hashCode();
    }
    int place = (hash ^ hash >>> 16) & (MOST - 1);
    KnownClauses known = KNOWN.get(place);
    if (known == null || !known.isOf(words)) {
      known = new KnownClauses(words);
      KNOWN.set(place, known);
    }
    return known;
  }

  private boolean isOf(Words.Word[] others) {
    if (words.length != others.length) {
      return false;
    }
    for (int at = 0; at < words.length; at++) {
      if (!words[at].equals(others[at].text())) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  <T> T once(Object reader, Supplier<T> find) {
    Object[] known = found;
    for (int at = 0; at < known.length; at += 2) {
      if (known[at] == reader) {
        return (T) known[at + 1];
      }
    }
    T one = find.get();
    Object[] before = found.length < READERS * 2 ? found : new Object[0];
    Object[] more = Arrays.copyOf(before, before.length + 2);
    more[before.length] = reader;
    more[before.length + 1] = one;
    found = more;
    return one;
  }
}
