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

  /** How likely the answer is yes; 0 where nobody asked. */
  public double of(String question) {
    int at = questions.indexOf(question);
    return at < 0 ? 0 : likely.get(at);
  }
}
