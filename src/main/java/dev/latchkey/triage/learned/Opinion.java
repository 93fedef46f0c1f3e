package dev.latchkey.triage.learned;

import java.util.List;

/** What the models say about one mail. */
public final class Opinion {

  /**
   * A token of the mail and how much speaks for it.
   *
   * @param score above zero is yes
   */
  public record Named(String text, float score) {}

  private final List<Bars> bars;
  private final float[][] scores;
  private final List<List<Named>> named;

  /**
   * @param bars of each question
   * @param scores of each part, question by question
   * @param named tokens, for each question that is asked of them
   */
  Opinion(List<Bars> bars, float[][] scores, List<List<Named>> named) {
    this.bars = bars;
    this.scores = scores;
    this.named = named;
  }

  /** How much speaks for yes. */
  public float score(Question question) {
    return scores[question.part().index()][question.place()];
  }

  /** How far above the bar the answer is, given what the rules say; below it, it is no. */
  public float above(Question question, boolean rules) {
    return score(question) - (rules ? bonus(question) : bar(question));
  }

  /** The answer of the models alone, as if there were no rules. */
  public boolean says(Question question) {
    return says(question, false);
  }

  /** The answer, given what the rules say. */
  public boolean says(Question question, boolean rules) {
    return above(question, rules) > 0;
  }

  /** Whether the answer is so clear that the rules need not say the same. */
  public boolean sure(Question question, boolean rules) {
    return Math.abs(above(question, rules)) > bars.get(question.index()).doubt();
  }

  /** Tokens of the mail in order of appearance, each with how much speaks for it. */
  public List<Named> named(Question question) {
    return named.get(question.place());
  }

  /** What an answer needs where the rules do not give it, too. */
  public float bar(Question question) {
    return bars.get(question.index()).silent();
  }

  /** What an answer needs where the rules give it, too; of a token, what that is worth. */
  public float bonus(Question question) {
    return bars.get(question.index()).agreeing();
  }
}
