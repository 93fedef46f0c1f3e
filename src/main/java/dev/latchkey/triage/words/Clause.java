package dev.latchkey.triage.words;

import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.RandomAccess;

/**
 * The words of one thought. What the phrases of a vocabulary are in it is looked up once, however
 * many readers ask. For one thread.
 */
final class Clause extends AbstractList<Words.Word> implements RandomAccess {
  private final Words.Word[] words;

  /** By the trees that were asked for; hardly ever are there more than two. */
  private final IdentityHashMap<PhraseTree, int[]> found = new IdentityHashMap<>(2);

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
    return found.computeIfAbsent(phrases, tree -> tree.scan(this));
  }
}
