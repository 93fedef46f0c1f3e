package dev.latchkey.triage.words;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * The words of one thought. What the phrases of a vocabulary are in it, and what they mean to each
 * who looks for them, is looked up once, however many readers ask. For one thread.
 */
final class Clause extends AbstractList<Words.Word> implements RandomAccess {
  private final Words.Word[] words;

  /** Who looked for something, and behind each what was found: they are few. */
  private Object[] found = new Object[8];

  private int count;

  Clause(List<Words.Word> words) {
    this.words = words.toArray(Words.Word[]::new);
  }

  @Override
  public Words.Word get(int at) {
    return words[at];
  }

  @Override
  public int size() {
    return words.length;
  }

  /**
   * What {@code reader} finds in it.
   *
   * @param reader whose only result in a clause it is
   */
  @SuppressWarnings("unchecked")
  <T> T once(Object reader, Supplier<T> find) {
    for (int at = 0; at < count; at += 2) {
      if (found[at] == reader) {
        return (T) found[at + 1];
      }
    }
    T one = find.get();
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count] = reader;
    found[count + 1] = one;
    count += 2;
    return one;
  }
}
