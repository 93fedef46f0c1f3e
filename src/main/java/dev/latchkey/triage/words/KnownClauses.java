package dev.latchkey.triage.words;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
  private static final int READERS = 128;

  private static final int FEW_READERS = 16;

  private static final AtomicReferenceArray<KnownClauses> KNOWN = new AtomicReferenceArray<>(MOST);

  private final String[] words;

  /**
   * What one found. Its fields are final, so every thread sees them whole; one that sees a finding
   * late looks again, and finds the same.
   */
  private record Finding(Object reader, Object result) {}

  /** Each at the first free place behind where its reader belongs; half of the places are free. */
  private @Nullable Finding[] found = new Finding[FEW_READERS];

  private int count;

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
    @Nullable Finding[] known = found;
    Finding finding = known[place(known, reader)];
    if (finding != null && finding.reader() == reader) {
      return (T) finding.result();
    }
    T one = find.get();
    add(new Finding(reader, one));
    return one;
  }

  private synchronized void add(Finding finding) {
    if (count == READERS) {
      found = new Finding[FEW_READERS];
      count = 0;
    } else if (count * 2 == found.length) {
      @Nullable Finding[] more = new Finding[found.length * 2];
      for (Finding one : found) {
        if (one != null) {
          more[place(more, one.reader())] = one;
        }
      }
      found = more;
    }
    int place = place(found, finding.reader());
    count += found[place] == null ? 1 : 0;
    found[place] = finding;
  }

  /** Where the finding of {@code reader} is among {@code some}, or would be. */
  private static int place(@Nullable Finding[] some, Object reader) {
    int place = Words.mix(System.identityHashCode(reader)) & (some.length - 1);
    Finding finding = some[place];
    while (finding != null && finding.reader() != reader) {
      place = (place + 1) & (some.length - 1);
      finding = some[place];
    }
    return place;
  }
}
