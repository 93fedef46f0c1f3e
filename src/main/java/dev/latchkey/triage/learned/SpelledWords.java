package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Words;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The letters of the words that were read last, with what a model makes of them: most words of a
 * mail stood in the mail before. A word takes the place of another, so there are never more.
 */
final class SpelledWords {
  /** A power of two. */
  private static final int MOST = 4096;

  /**
   * A word.
   *
   * @param letters its features, each once
   * @param sum of their weights
   */
  record Spelled(String word, int[] letters, LinearModel.Sum sum) {}

  private final LinearModel model;
  private final AtomicReferenceArray<Spelled> known = new AtomicReferenceArray<>(MOST);

  SpelledWords(LinearModel model) {
    this.model = model;
  }

  LinearModel model() {
    return model;
  }

  Spelled of(Words.Word word) {
    int place = TextFeatures.mix(word.text().hashCode()) & (MOST - 1);
    Spelled spelled = known.get(place);
    if (spelled == null || !spelled.word().equals(word.text())) {
      int[] letters = TextFeatures.letters(word);
      LinearModel.Sum sum = model.sum();
      for (int feature : letters) {
        sum.add(feature);
      }
      spelled = new Spelled(word.text(), letters, sum.closed());
      known.set(place, spelled);
    }
    return spelled;
  }
}
