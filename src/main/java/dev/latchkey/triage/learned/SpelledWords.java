package dev.latchkey.triage.learned;

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

  /**
   * How likely each question about a text is to be answered with yes, as {@link
   * LinearModel#probabilities} says of all its features.
   *
   * @param unspelled what is seen of the text beside the letters
   */
  double[] probabilities(TextFeatures.Unspelled unspelled) {
    FeatureSet features = new FeatureSet();
    LinearModel.Sum sum = model.sum();
    LinearModel.Sum twice = model.sum();
    for (String word : unspelled.spelled()) {
      Spelled letters = of(word);
      sum.addAll(letters.sum());
      for (int feature : letters.letters()) {
        if (!features.add(feature)) {
          twice.add(feature);
        }
      }
    }
    for (int feature : unspelled.features()) {
      if (features.add(feature)) {
        sum.add(feature);
      }
    }
    return sum.minus(twice).probabilities();
  }

  Spelled of(String word) {
    int place = TextFeatures.mix(word.hashCode()) & (MOST - 1);
    Spelled spelled = known.get(place);
    if (spelled == null || !spelled.word().equals(word)) {
      int[] letters = TextFeatures.lettersOf(word);
      LinearModel.Sum sum = model.sum();
      for (int feature : letters) {
        sum.add(feature);
      }
      spelled = new Spelled(word, letters, sum.closed());
      known.set(place, spelled);
    }
    return spelled;
  }
}
