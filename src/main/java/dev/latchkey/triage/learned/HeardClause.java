package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Words;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the models hear in one clause, by itself and behind another. What it holds by itself is
 * added up once, and what they made of it last is kept. For every thread.
 */
final class HeardClause {
  /** What was heard last, by itself or behind a clause. */
  private static final class Heard {
    /** Not held on to: else each clause would keep the one before it, back to the first. */
    private final WeakReference<@Nullable HeardClause> before;

    /** A question mark stood behind the first of them. */
    private final boolean asked;

    /** Each question. */
    private final double[] likely;

    Heard(@Nullable HeardClause before, boolean asked, double[] likely) {
      this.before = new WeakReference<>(before);
      this.asked = asked;
      this.likely = likely;
    }
  }

  private final LinearModel model;
  private final SignScorer vocabulary;
  private final List<Words.Word> words;
  private final Statements statements;
  private final Set<String> named;

  /** What it holds by itself, each once. */
  private final int[] features;

  private final LinearModel.Sum sum;
  private volatile @Nullable Heard alone;
  private volatile @Nullable Heard behind;

  /**
   * @param own to be filled
   */
  HeardClause(
      List<Words.Word> words,
      SpelledWords spelled,
      SignScorer vocabulary,
      TopicWords topics,
      FeatureSet own) {
    this.model = spelled.model();
    this.vocabulary = vocabulary;
    this.words = words;
    this.statements = vocabulary.read(List.of(words));
    this.named = topics.named(words);
    own.clear();
    LinearModel.Sum all = model.sum();
    LinearModel.Sum twice = model.sum();
    for (Words.Word word : words) {
      SpelledWords.Spelled letters = spelled.of(word.text());
      all.addAll(letters.sum());
      for (int feature : letters.letters()) {
        if (!own.add(feature)) {
          twice.add(feature);
        }
      }
    }
    add(TextFeatures.withinWords(words), own, all);
    add(TextFeatures.said(statements.facts(), spoken(Set.of())), own, all);
    this.features = own.toArray();
    this.sum = all.minus(twice).closed();
  }

  /** What it speaks of, behind a clause that names {@code before}. */
  private List<TopicWords.Spoken> spoken(Set<String> before) {
    return TopicWords.spoken(before, named, words).stream().toList();
  }

  private static void add(int[] some, FeatureSet to, LinearModel.Sum sum) {
    for (int feature : some) {
      if (to.add(feature)) {
        sum.add(feature);
      }
    }
  }

  /**
   * How likely it answers each question of the model with yes, by itself.
   *
   * @param asks a question mark stands behind it
   * @param all to be filled
   */
  double[] alone(boolean asks, FeatureSet all) {
    Heard last = alone;
    if (last == null || last.asked != asks) {
      all.fill(features);
      LinearModel.Sum edge = model.sum();
      add(TextFeatures.around(List.of(words), asks), all, edge);
      last = new Heard(null, asks, sum.plus(edge).probabilities());
      alone = last;
    }
    return last.likely;
  }

  /**
   * The same together with the clause before it.
   *
   * @param asked a question mark stands behind that
   * @param all to be filled
   */
  double[] behind(HeardClause before, boolean asked, FeatureSet all) {
    Heard last = behind;
    if (last == null || !last.before.refersTo(before) || last.asked != asked) {
      last = new Heard(before, asked, together(before, asked, all));
      behind = last;
    }
    return last.likely;
  }

  private double[] together(HeardClause before, boolean asked, FeatureSet all) {
    all.fill(before.features);
    LinearModel.Sum shared = model.sum();
    for (int feature : features) {
      if (!all.add(feature)) {
        shared.add(feature);
      }
    }
    LinearModel.Sum both = model.sum();
    add(TextFeatures.around(List.of(before.words, words), asked), all, both);
    add(
        TextFeatures.said(
            vocabulary.factsBehind(before.statements, words),
            named.isEmpty() ? spoken(before.named) : List.of()),
        all,
        both);
    return before.sum.plus(sum).minus(shared).plus(both).probabilities();
  }
}
