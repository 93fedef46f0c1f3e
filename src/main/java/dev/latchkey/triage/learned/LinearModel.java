package dev.latchkey.triage.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Linear models over the same features: a row of weights, a byte each, for every feature that says
 * something. A byte stands for the square of its share of the greatest weight, so that small ones
 * are told apart.
 */
final class LinearModel {
  private static final int STEPS = 127;
  private static final float[] SHARES = new float[256];

  static {
    for (int step = -STEPS; step <= STEPS; step++) {
      SHARES[step & 0xff] = (float) (step * Math.abs(step)) / (STEPS * STEPS);
    }
  }

  private final float[] bias;
  private final float[] greatest;
  private final int[] features;
  private final byte[] weights;
  private final char[] rows = new char[Bag.SIZE];

  /**
   * @param bias of each model
   * @param greatest weight of each model
   * @param features that have a row, in ascending order
   * @param weights row by row, a byte for each model
   */
  private LinearModel(float[] bias, float[] greatest, int[] features, byte[] weights) {
    this.bias = bias;
    this.greatest = greatest;
    this.features = features;
    this.weights = weights;
    for (int row = 0; row < features.length; row++) {
      rows[features[row]] = (char) (row + 1);
    }
  }

  /** Of whole weights, which have the bias behind the last feature. */
  static LinearModel of(float[][] models, int[] features) {
    float[] bias = new float[models.length];
    float[] greatest = new float[models.length];
    byte[] weights = new byte[features.length * models.length];
    for (int model = 0; model < models.length; model++) {
      bias[model] = models[model][Bag.SIZE];
      for (int feature : features) {
        greatest[model] = Math.max(greatest[model], Math.abs(models[model][feature]));
      }
      for (int row = 0; row < features.length; row++) {
        float weight = models[model][features[row]];
        long step = Math.round(STEPS * Math.sqrt(Math.abs(weight) / greatest[model]));
        weights[row * models.length + model] = (byte) (weight < 0 ? -step : step);
      }
    }
    return new LinearModel(bias, greatest, features, weights);
  }

  static LinearModel read(DataInputStream in) throws IOException {
    int models = in.readUnsignedByte();
    float[] bias = new float[models];
    float[] greatest = new float[models];
    for (int model = 0; model < models; model++) {
      bias[model] = in.readFloat();
      greatest[model] = in.readFloat();
    }
    int[] features = BitSet.valueOf(in.readNBytes(Bag.SIZE / Byte.SIZE)).stream().toArray();
    return new LinearModel(bias, greatest, features, in.readNBytes(features.length * models));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(bias.length);
    for (int model = 0; model < bias.length; model++) {
      out.writeFloat(bias[model]);
      out.writeFloat(greatest[model]);
    }
    BitSet has = new BitSet(Bag.SIZE);
    for (int feature : features) {
      has.set(feature);
    }
    out.write(Arrays.copyOf(has.toByteArray(), Bag.SIZE / Byte.SIZE));
    out.write(weights);
  }

  /** What each model says about the features of {@code bag}; above zero is yes. */
  float[] scores(Bag bag) {
    int models = bias.length;
    float[] sums = new float[models];
    for (int at = 0; at < bag.count(); at++) {
      int row = rows[bag.id(at)] - 1;
      if (row >= 0) {
        int from = row * models;
        for (int model = 0; model < models; model++) {
          sums[model] += SHARES[weights[from + model] & 0xff];
        }
      }
    }
    float scale = (float) bag.scale();
    for (int model = 0; model < models; model++) {
      sums[model] = sums[model] * greatest[model] * scale + bias[model];
    }
    return sums;
  }
}
