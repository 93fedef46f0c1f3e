package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.Clause;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    double[] most = new double[spelled.model().questions().size()];
    FeatureSet scratch = new FeatureSet();
    for (List<Part> run : runs()) {
      HeardClause before = null;
      boolean asked = false;
      for (Part part : run) {
        HeardClause here =
            Clause.once(
                part.words(),
                spelled,
                () -> new HeardClause(part.words(), spelled, vocabulary, topics, scratch));
        raise(most, here.alone(part.asks(), scratch));
        if (before != null) {
          raise(most, here.behind(before, asked, scratch));
        }
        before = here;
        asked = part.asks();
      }
    }
    return most;
  }

  private static void raise(double[] most, double[] likely) {
    for (int question = 0; question < most.length; question++) {
      most[question] = Math.max(most[question], likely[question]);
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
    List<List<Words.Word>> all = said.learnedBelow(title);
    List<List<Part>> runs = new ArrayList<>();
    List<Part> run = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      List<Words.Word> words = all.get(at);
      boolean first = at < FIRST_CLAUSES || all.size() <= FIRST_CLAUSES + LAST_CLAUSES;
      if ((first || at >= all.size() - LAST_CLAUSES) && words.size() <= LONGEST_CLAUSE) {
        MailText from = at < title.learned().size() ? title : said;
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
