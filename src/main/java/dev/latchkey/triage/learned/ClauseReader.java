package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks every clause of a text, and every two that follow one another: a word of consent in a long
 * story is heard, and one that the story only seems to hold is not. What two clauses share with
 * each by itself is added up once.
 */
final class ClauseReader {
  /** Of a longer text its first and its last clauses are read. */
  private static final int FIRST_CLAUSES = 60;

  private static final int LAST_CLAUSES = 20;

  /** More words are no thought, but a list, a log or an attack. */
  private static final int LONGEST_CLAUSE = 200;

  /**
   * A clause.
   *
   * @param asks a question mark stands behind it
   */
  private record Part(List<Words.Word> words, boolean asks) {}

  private final MailText title;
  private final MailText said;
  private final SignScorer vocabulary;
  private final TopicWords topics;

  /**
   * @param title the subject, read as a clause before the others
   * @param said what was written
   */
  ClauseReader(MailText title, MailText said, SignScorer vocabulary, TopicWords topics) {
    this.title = title;
    this.said = said;
    this.vocabulary = vocabulary;
    this.topics = topics;
  }

  /** The highest likelihood that a clause, or two, give to each question of the model. */
  double[] likeliest(SpelledWords spelled) {
    LinearModel model = spelled.model();
    double[] most = new double[model.questions().size()];
    FeatureSet around = new FeatureSet();
    Heard last = new Heard(model);
    Heard here = new Heard(model);
    for (List<Part> run : runs()) {
      last.features.clear();
      for (int at = 0; at < run.size(); at++) {
        Part part = run.get(at);
        here.hear(part.words(), last, spelled);
        around.clear();
        LinearModel.Sum edge = model.sum();
        for (int feature : TextFeatures.around(List.of(part.words()), part.asks())) {
          if (!here.features.has(feature) && around.add(feature)) {
            edge.add(feature);
          }
        }
        raise(most, here.sum.plus(edge).probabilities());
        if (at > 0) {
          Part before = run.get(at - 1);
          around.clear();
          LinearModel.Sum both = model.sum();
          for (int[] some : List.of(meeting(before, part), here.answer(last))) {
            for (int feature : some) {
              boolean within = here.features.has(feature) || last.features.has(feature);
              if (!within && around.add(feature)) {
                both.add(feature);
              }
            }
          }
          raise(most, last.sum.plus(here.sum.minus(here.inBoth)).plus(both).probabilities());
        }
        Heard next = last;
        last = here;
        here = next;
      }
    }
    return most;
  }

  private static int[] meeting(Part before, Part part) {
    return TextFeatures.around(List.of(before.words(), part.words()), before.asks());
  }

  private static void raise(double[] most, double[] likely) {
    for (int question = 0; question < most.length; question++) {
      most[question] = Math.max(most[question], likely[question]);
    }
  }

  /** What one clause holds by itself; filled again for every second one. */
  private final class Heard {
    private final LinearModel model;
    private final FeatureSet features = new FeatureSet();
    private List<Words.Word> words = List.of();
    private Statements statements = vocabulary.read(List.of());
    private Set<String> named = Set.of();
    private LinearModel.Sum sum;

    /** What the clause before it holds as well. */
    private LinearModel.Sum inBoth;

    Heard(LinearModel model) {
      this.model = model;
      this.sum = model.sum();
      this.inBoth = model.sum();
    }

    void hear(List<Words.Word> clause, Heard before, SpelledWords spelled) {
      words = clause;
      statements = vocabulary.read(List.of(clause));
      named = topics.named(clause);
      features.clear();
      sum = model.sum();
      inBoth = model.sum();
      LinearModel.Sum twice = model.sum();
      for (Words.Word word : clause) {
        SpelledWords.Spelled letters = spelled.of(word.text());
        sum.addAll(letters.sum());
        for (int feature : letters.letters()) {
          if (!features.add(feature)) {
            twice.add(feature);
          } else if (before.features.has(feature)) {
            inBoth.add(feature);
          }
        }
      }
      add(TextFeatures.withinWords(clause), before);
      add(
          TextFeatures.said(
              statements.facts(), TopicWords.spoken(Set.of(), named, clause).stream().toList()),
          before);
      sum = sum.minus(twice);
    }

    private void add(int[] some, Heard before) {
      for (int feature : some) {
        if (features.add(feature)) {
          sum.add(feature);
          if (before.features.has(feature)) {
            inBoth.add(feature);
          }
        }
      }
    }

    /** What it says more behind another clause. */
    private int[] answer(Heard before) {
      return TextFeatures.said(
          vocabulary.factsBehind(before.statements, words),
          named.isEmpty()
              ? TopicWords.spoken(before.named, named, words).stream().toList()
              : List.of());
    }
  }

  /** The features of every clause, and of every two that follow one another, each once. */
  List<int[]> features() {
    List<int[]> all = new ArrayList<>();
    for (List<Part> run : runs()) {
      for (int at = 0; at < run.size(); at++) {
        for (int to = at + 1; to <= Math.min(at + 2, run.size()); to++) {
          List<Part> parts = run.subList(at, to);
          Stream<int[]> within = parts.stream().map(part -> TextFeatures.within(part.words()));
          int[] features =
              Stream.concat(within, Stream.of(around(parts)))
                  .flatMapToInt(Arrays::stream)
                  .toArray();
          all.add(TextFeatures.distinct(features, features.length));
        }
      }
    }
    return all;
  }

  private int[] around(List<Part> parts) {
    List<List<Words.Word>> clauses = parts.stream().map(Part::words).toList();
    return TextFeatures.around(
        clauses, parts.get(0).asks(), vocabulary.read(clauses).facts(), topics.in(clauses));
  }

  /** The clauses that are read: those of a run follow one another. */
  private List<List<Part>> runs() {
    List<List<Words.Word>> all = said.clausesBelow(title);
    List<List<Part>> runs = new ArrayList<>();
    List<Part> run = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      List<Words.Word> words = all.get(at);
      boolean first = at < FIRST_CLAUSES || all.size() <= FIRST_CLAUSES + LAST_CLAUSES;
      if ((first || at >= all.size() - LAST_CLAUSES) && words.size() <= LONGEST_CLAUSE) {
        MailText from = at < title.clauses().size() ? title : said;
        run.add(new Part(words, Clauses.isQuestion(from.text(), words)));
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    runs.add(run);
    return runs;
  }
}
