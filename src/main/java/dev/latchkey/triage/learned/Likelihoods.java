package dev.latchkey.triage.learned;

import java.util.Arrays;
import java.util.List;

/**
 * How likely each of some questions is to be answered with yes, from 0 to 1.
 *
 * @param questions their names
 * @param likely one for each of them
 */
public record Likelihoods(List<String> questions, List<Double> likely) {
  /** Nothing was asked. */
  public static final Likelihoods NONE = new Likelihoods(List.of(), List.of());

  public Likelihoods {
    questions = List.copyOf(questions);
    likely = List.copyOf(likely);
  }

  static Likelihoods of(List<String> questions, double[] likely) {
    return new Likelihoods(questions, Arrays.stream(likely).boxed().toList());
  }

  /**
   * What is likely to two readings of the same questions, of which one is true: what one of them
   * thinks out of the question is unlikely.
   *
   * @param share of the other one, from 0 to 1
   */
  public Likelihoods with(Likelihoods other, double share) {
    double[] both = new double[questions.size()];
    for (int at = 0; at < both.length; at++) {
      both[at] = Math.pow(likely.get(at), 1 - share) * Math.pow(other.of(questions.get(at)), share);
    }
    double all = Arrays.stream(both).sum();
    return of(questions, Arrays.stream(both).map(one -> all == 0 ? 0 : one / all).toArray());
  }

  /** How likely the answer is yes; 0 where nobody asked. */
  public double of(String question) {
    int at = questions.indexOf(question);
    return at < 0 ? 0 : likely.get(at);
  }
}
