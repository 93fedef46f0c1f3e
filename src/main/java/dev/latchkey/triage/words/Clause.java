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

  /** Of the trees that were asked for, the last first; hardly ever more than two are. */
  private @Nullable Found found;

  private record Found(PhraseTree tree, int[] phrases, @Nullable Found before) {}

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
    for (Found known = found; known != null; known = known.before()) {
      if (known.tree() == phrases) {
        return known.phrases();
      }
    }
    Found scanned = new Found(phrases, phrases.scan(this), found);
    found = scanned;
    return scanned.phrases();
  }
}
