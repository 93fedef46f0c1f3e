package dev.latchkey.triage.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Some yes-or-no questions, each answered by a weighted sum of features (logistic regression). The
 * weights are rounded to eight bits.
 *
 * <p>Its file: the number of questions; for each its name, the worth of one step of its weights and
 * its bias; how many features there may be, and how many have weights: the rows; the feature of
 * each row, as the distance from the one before; the weights of the first question in all rows,
 * then those of the second, and so on.
 */
public final class LinearModel {
  /** A feature whose weights all have smaller roots is left out. */
  private static final int LEAST = 12;

  /** How much less a feature counts in a longer text: by the root of this power of all of them. */
  static final double POWER = 0.25;

  /** Weights in one word, a third of it each: so one addition adds three. */
  private static final int LANES = 3;

  private static final int LANE_BITS = Long.SIZE / LANES;
  private static final long LANE = (1L << LANE_BITS) - 1;

  /** Makes a weight positive, so that lanes can be added up without minding signs. */
  private static final int BIAS = 1 << 14;

  /** An octet of a number that goes on has this bit. */
  private static final int MORE = 128;

  /** So many weights fit into a lane. */
  private static final int FULL = 1 << (LANE_BITS - 15);

  private final List<String> questions;
  private final float[] steps;
  private final float[] biases;

  /** A bit for each feature that has weights. */
  private final long[] present;

  /** How many features have weights before those of a word of {@link #present}. */
  private final int[] before;

  /** Words of {@link #weights} for a feature. */
  private final int width;

  /** Of the features in their order. */
  private final long[] weights;

  /**
   * @param size features are smaller
   * @param roots of the weights, with their signs, by the features that have some and question
   */
  private LinearModel(
      List<String> questions,
      float[] steps,
      float[] biases,
      int size,
      BitSet features,
      byte[] roots) {
    this.questions = List.copyOf(questions);
    this.steps = steps;
    this.biases = biases;
    this.present = Arrays.copyOf(features.toLongArray(), size / Long.SIZE);
    this.before = new int[present.length];
    for (int at = 1; at < present.length; at++) {
      before[at] = before[at - 1] + Long.bitCount(present[at - 1]);
    }
    this.width = (questions.size() + LANES - 1) / LANES;
    this.weights = new long[features.cardinality() * width];
    for (int row = 0; row < weights.length / width; row++) {
      for (int at = 0; at < questions.size(); at++) {
        int root = roots[row * questions.size() + at];
        long weight = (long) root * Math.abs(root) + BIAS;
        weights[row * width + at / LANES] |= weight << (at % LANES * LANE_BITS);
      }
    }
  }

  /** The names of the questions, in the order of the answers. */
  public List<String> questions() {
    return questions;
  }

  /**
   * How likely each question is to be answered with yes, from 0 to 1.
   *
   * @param features as {@link TextFeatures} or {@link NameCandidates} gives them, each once
   */
  public double[] probabilities(int[] features) {
    // First which, then their weights: so the processor fetches many at a time.
    int[] rows = new int[features.length + 1];
    int met = 0;
    for (int feature : features) {
      rows[met] = row(feature);
      met += (int) ((present[feature / Long.SIZE] >>> feature) & 1);
    }
    Sum sum = new Sum();
    sum.features = features.length;
    for (int at = 0; at < met; at++) {
      sum.addRow(rows[at]);
    }
    return sum.probabilities();
  }

  /** Where the weights of a feature stand that has some. */
  private int row(int feature) {
    long word = present[feature / Long.SIZE];
    return (before[feature / Long.SIZE] + Long.bitCount(word & ((1L << feature) - 1))) * width;
  }

  /** Nothing yet. */
  Sum sum() {
    return new Sum();
  }

  /** The weights of some features, added up. */
  final class Sum {
    private final int[] sums = new int[questions.size()];

    /** Weights that are not in {@link #sums} yet, and of how many features. */
    private final long[] open = new long[width];

    private int opened;
    private int features;

    /** A feature that is not in it yet. */
    void add(int feature) {
      features++;
      if ((present[feature / Long.SIZE] >>> feature & 1) != 0) {
        addRow(row(feature));
      }
    }

    private void addRow(int row) {
      long[] to = open;
      long[] from = weights;
      for (int at = 0; at < to.length; at++) {
        to[at] += from[row + at];
      }
      opened++;
      if (opened == FULL) {
        close();
      }
    }

    private void close() {
      if (opened == 0) {
        return;
      }
      for (int at = 0; at < sums.length; at++) {
        long lane = open[at / LANES] >>> (at % LANES * LANE_BITS) & LANE;
        sums[at] += (int) lane - opened * BIAS;
      }
      Arrays.fill(open, 0);
      opened = 0;
    }

    /** Adds those of {@code other}, of which some may be in it: they count twice. */
    void addAll(Sum other) {
      for (int at = 0; at < sums.length; at++) {
        sums[at] += other.sums[at];
      }
      features += other.features;
    }

    /** This, to which nothing will be added any more; for every thread. */
    Sum closed() {
      close();
      return this;
    }

    /** Those of {@code other}, of which none may be in it. */
    Sum plus(Sum other) {
      return with(other, 1);
    }

    /** Without those of {@code other}, all of which must be in it. */
    Sum minus(Sum other) {
      return with(other, -1);
    }

    private Sum with(Sum other, int sign) {
      close();
      other.close();
      Sum both = new Sum();
      for (int at = 0; at < sums.length; at++) {
        both.sums[at] = sums[at] + sign * other.sums[at];
      }
      both.features = features + sign * other.features;
      return both;
    }

    /** How likely each question is to be answered with yes, from 0 to 1. */
    double[] probabilities() {
      close();
      double size = Math.pow(Math.max(1, features), POWER);
      double[] answers = new double[sums.length];
      for (int at = 0; at < answers.length; at++) {
        answers[at] = 1 / (1 + Math.exp(-(sums[at] * (double) steps[at] / size + biases[at])));
      }
      return answers;
    }
  }

  /**
   * Rounds learned weights.
   *
   * @param weights by question and feature; of as many features each
   */
  public static LinearModel of(List<String> questions, float[][] weights, float[] biases) {
    int width = questions.size();
    int features = weights[0].length;
    float[] steps = new float[width];
    for (int at = 0; at < width; at++) {
      float most = 0;
      for (float weight : weights[at]) {
        most = Math.max(most, Math.abs(weight));
      }
      steps[at] = Math.max(most, Float.MIN_NORMAL) / (Byte.MAX_VALUE * Byte.MAX_VALUE);
    }
    BitSet some = new BitSet(features);
    byte[] roots = new byte[width * features];
    int next = 0;
    for (int feature = 0; feature < features; feature++) {
      for (int at = 0; at < width; at++) {
        float weight = weights[at][feature];
        int root = (int) Math.round(Math.sqrt(Math.abs(weight) / steps[at]));
        roots[next + at] = (byte) (weight < 0 ? -root : root);
        if (root >= LEAST) {
          some.set(feature);
        }
      }
      next += some.get(feature) ? width : 0;
    }
    return new LinearModel(questions, steps, biases.clone(), features, some, roots);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(questions.size());
    for (int at = 0; at < questions.size(); at++) {
      out.writeUTF(questions.get(at));
      out.writeFloat(steps[at]);
      out.writeFloat(biases[at]);
    }
    int rows = weights.length / width;
    out.writeInt(present.length * Long.SIZE);
    out.writeInt(rows);
    int last = -1;
    for (int feature : BitSet.valueOf(present).stream().toArray()) {
      writeDistance(out, feature - last);
      last = feature;
    }
    for (int at = 0; at < questions.size(); at++) {
      for (int row = 0; row < rows; row++) {
        out.writeByte(root(row, at));
      }
    }
  }

  /** Seven bits an octet, the lowest first; all but the last have the eighth set. */
  private static void writeDistance(DataOutputStream out, int distance) throws IOException {
    int left = distance;
    while (left > MORE - 1) {
      out.writeByte(left % MORE | MORE);
      left /= MORE;
    }
    out.writeByte(left);
  }

  private static int readDistance(DataInputStream in) throws IOException {
    int distance = 0;
    int worth = 1;
    int octet = in.readUnsignedByte();
    while (octet >= MORE) {
      distance += (octet - MORE) * worth;
      worth *= MORE;
      octet = in.readUnsignedByte();
    }
    return distance + octet * worth;
  }

  private int root(int row, int question) {
    long some = weights[row * width + question / LANES] >>> (question % LANES * LANE_BITS);
    int weight = (int) (some & LANE) - BIAS;
    int root = (int) Math.round(Math.sqrt(Math.abs(weight)));
    return weight < 0 ? -root : root;
  }

  static LinearModel read(DataInputStream in) throws IOException {
    int width = in.readInt();
    String[] questions = new String[width];
    float[] steps = new float[width];
    float[] biases = new float[width];
    for (int at = 0; at < width; at++) {
      questions[at] = in.readUTF();
      steps[at] = in.readFloat();
      biases[at] = in.readFloat();
    }
    int size = in.readInt();
    int count = in.readInt();
    BitSet features = new BitSet(size);
    byte[] roots = new byte[width * count];
    int feature = -1;
    for (int row = 0; row < count; row++) {
      int distance = readDistance(in);
      if (distance < 1 || feature + distance >= size) {
        throw new IOException("the features of a model are out of order");
      }
      feature += distance;
      features.set(feature);
    }
    byte[] column = new byte[count];
    for (int at = 0; at < width; at++) {
      in.readFully(column);
      for (int row = 0; row < count; row++) {
        roots[row * width + at] = column[row];
      }
    }
    return new LinearModel(List.of(questions), steps, biases, size, features, roots);
  }
}
