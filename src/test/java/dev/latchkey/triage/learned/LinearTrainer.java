package dev.latchkey.triage.learned;

import java.util.List;

/**
 * Trains a linear support vector machine with squared loss and squared penalty by dual coordinate
 * descent, as LIBLINEAR does (Hsieh and others, 2008). The order of the examples is the same every
 * time, and nothing but sums and square roots is used, so the weights are the same everywhere.
 */
final class LinearTrainer {
  private static final double BIAS = 0.3;

  /** Of Knuth's generator, which shuffles the examples. */
  private static final long FACTOR = 6364136223846793005L;

  private static final long STEP = 1442695040888963407L;

  private LinearTrainer() {}

  /**
   * @param features of an example
   * @param scale that makes it comparable with a longer one
   * @param yes whether the answer is yes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Example(int[] features, double scale, boolean yes) {
    static Example of(int[] features, boolean yes) {
      double length = 0;
      for (int feature : features) {
        length += Bag.value(feature) * Bag.value(feature);
      }
      return new Example(features, length == 0 ? 0 : 1 / Math.sqrt(length), yes);
    }
  }

  /**
   * Weights of all features, and the bias behind the last of them.
   *
   * @param cost of an error
   * @param yesCost how much more the error costs where the answer is yes
   */
  static float[] train(List<Example> examples, int rounds, double cost, double yesCost) {
    double[] weights = new double[Bag.SIZE + 1];
    int count = examples.size();
    double[] alpha = new double[count];
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    long random = 42;
    for (int round = 0; round < rounds; round++) {
      for (int last = count - 1; last > 0; last--) {
        random = random * FACTOR + STEP;
        int other = (int) ((random >>> 33) % (last + 1));
        int swap = order[last];
        order[last] = order[other];
        order[other] = swap;
      }
      for (int i : order) {
        Example example = examples.get(i);
        alpha[i] =
            improve(example, alpha[i], 0.5 / (example.yes() ? cost * yesCost : cost), weights);
      }
    }
    float[] found = new float[Bag.SIZE + 1];
    for (int feature = 0; feature < Bag.SIZE; feature++) {
      found[feature] = (float) (weights[feature] * Bag.value(feature));
    }
    found[Bag.SIZE] = (float) (weights[Bag.SIZE] * BIAS);
    return found;
  }

  private static double improve(Example example, double alpha, double damp, double[] weights) {
    double scale = example.scale();
    double sum = 0;
    for (int feature : example.features()) {
      sum += weights[feature] * Bag.value(feature);
    }
    double sign = example.yes() ? 1 : -1;
    double gradient = sign * (sum * scale + weights[Bag.SIZE] * BIAS) - 1 + damp * alpha;
    double better = Math.max(0, alpha - gradient / (1 + BIAS * BIAS + damp));
    double step = (better - alpha) * sign;
    if (step != 0) {
      for (int feature : example.features()) {
        weights[feature] += step * scale * Bag.value(feature);
      }
      weights[Bag.SIZE] += step * BIAS;
    }
    return better;
  }

  /** What weights say about features; above zero is yes. */
  static double score(float[] weights, Example example) {
    double sum = 0;
    for (int feature : example.features()) {
      sum += weights[feature];
    }
    return sum * example.scale() + weights[Bag.SIZE];
  }
}
