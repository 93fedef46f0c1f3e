package dev.latchkey.triage.words;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The words of one thought. What the phrases of a vocabulary are in it is looked up once, however
 * many readers ask. For one thread.
 */
final class Clause extends AbstractList<Words.Word> implements RandomAccess {
  private final Words.Word[] words;

  /** The vocabulary that was looked for last, and what was found of it: most readers share one. */
  private @Nullable PhraseTree tree;

  private int[] found = {};

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

  /** What {@link PhraseTree#scan} finds in it. */
  int[] found(PhraseTree phrases) {
    if (tree != phrases) {
      found = phrases.scan(this);
      tree = phrases;
    }
    return found;
  }
}
