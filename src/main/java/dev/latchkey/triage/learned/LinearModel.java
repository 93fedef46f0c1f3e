package dev.latchkey.triage.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Some yes-or-no questions, each answered by a weighted sum of features (logistic regression). The
 * weights are rounded to eight bits.
 *
 * <p>Its file: the number of questions; for each its name, the worth of one step of its weights and
 * its bias; the number of rows; for each row its feature and one weight a question.
 */
public final class LinearModel {
  /** A feature whose weights all have smaller roots is left out. */
  private static final int LEAST = 12;

  /** How much less a feature counts in a longer text: by the root of this power of all of them. */
  static final double POWER = 0.25;

  private final List<String> questions;
  private final float[] steps;
  private final float[] biases;

  /** Where the weights of a feature begin; 0 without any. */
  private final int[] rows;

  private final byte[] weights;

  private LinearModel(
      List<String> questions, float[] steps, float[] biases, int[] rows, byte[] weights) {
    this.questions = List.copyOf(questions);
    this.steps = steps;
    this.biases = biases;
    this.rows = rows;
    this.weights = weights;
  }

  /** The names of the questions, in the order of the answers. */
  public List<String> questions() {
    return questions;
  }

  /**
   * How likely each question is to be answered with yes, from 0 to 1.
   *
   * @param features as {@link TextFeatures} gives them
   */
  public double[] probabilities(int[] features) {
    int width = questions.size();
    int[] sums = new int[width];
    for (int feature : features) {
      int row = rows[feature];
      if (row > 0) {
        for (int at = 0; at < width; at++) {
          int root = weights[row + at];
          sums[at] += root * Math.abs(root);
        }
      }
    }
    double size = Math.pow(Math.max(1, features.length), POWER);
    double[] answers = new double[width];
    for (int at = 0; at < width; at++) {
      answers[at] = 1 / (1 + Math.exp(-(sums[at] * (double) steps[at] / size + biases[at])));
    }
    return answers;
  }

  /**
   * Rounds learned weights.
   *
   * @param weights by question and feature
   */
  public static LinearModel of(List<String> questions, float[][] weights, float[] biases) {
    int width = questions.size();
    int features = 1 << TextFeatures.BITS;
    float[] steps = new float[width];
    for (int at = 0; at < width; at++) {
      float most = 0;
      for (float weight : weights[at]) {
        most = Math.max(most, Math.abs(weight));
      }
      steps[at] = Math.max(most, Float.MIN_NORMAL) / (Byte.MAX_VALUE * Byte.MAX_VALUE);
    }
    int[] rows = new int[features];
    byte[] packed = new byte[width * (features + 1)];
    int next = width;
    for (int feature = 0; feature < features; feature++) {
      boolean some = false;
      for (int at = 0; at < width; at++) {
        float weight = weights[at][feature];
        int root = (int) Math.round(Math.sqrt(Math.abs(weight) / steps[at]));
        packed[next + at] = (byte) (weight < 0 ? -root : root);
        some |= root >= LEAST;
      }
      if (some) {
        rows[feature] = next;
        next += width;
      }
    }
    return new LinearModel(questions, steps, biases.clone(), rows, Arrays.copyOf(packed, next));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(questions.size());
    for (int at = 0; at < questions.size(); at++) {
      out.writeUTF(questions.get(at));
      out.writeFloat(steps[at]);
      out.writeFloat(biases[at]);
    }
    out.writeInt(weights.length / questions.size() - 1);
    for (int feature = 0; feature < rows.length; feature++) {
      if (rows[feature] > 0) {
        out.writeInt(feature);
        out.write(weights, rows[feature], questions.size());
      }
    }
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
    int count = in.readInt();
    int[] rows = new int[1 << TextFeatures.BITS];
    byte[] weights = new byte[width * (count + 1)];
    for (int row = 1; row <= count; row++) {
      rows[in.readInt()] = row * width;
      in.readFully(weights, row * width, width);
    }
    return new LinearModel(List.of(questions), steps, biases, rows, weights);
  }
}
