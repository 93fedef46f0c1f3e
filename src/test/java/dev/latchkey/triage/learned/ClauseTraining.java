package dev.latchkey.triage.learned;

import de.bwaldvogel.liblinear.Feature;
import dev.latchkey.triage.learned.ModelTraining.Learned;
import dev.latchkey.triage.learned.ModelTraining.Question;
import dev.latchkey.triage.learned.ModelTraining.Weights;
import dev.latchkey.triage.words.MailText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Learns what single clauses say from mails of which only the whole is labelled: in a mail that
 * answers with yes the clause that speaks most for it does, in one that answers with no none does
 * (Andrews, Tsochantaridis and Hofmann, Support Vector Machines for Multiple-Instance Learning,
 * NIPS 2002). Begins with what was learned of whole texts.
 */
final class ClauseTraining {
  /** How often the clauses are chosen anew. */
  private static final int ROUNDS = 2;

  /** So many clauses of a mail that answers with no are learned from. */
  private static final int OF_NO = 4;

  private static final double COST = 2;

  /** A clause that answers with yes is rare, and worth less than all the others together. */
  private static final double BALANCE = 0.5;

  private static final MailText NO_TITLE = MailText.of("");

  private ClauseTraining() {}

  /**
   * @param texts what was learned of whole texts
   * @param lines sentences that are labelled one by one
   */
  static LinearModel model(
      List<CorpusMail> mails, List<CorpusLine> lines, Learned texts, List<Question> questions) {
    List<List<int[]>> clauses = mails.parallelStream().map(ClauseTraining::clauses).toList();
    int[] seen = new int[1 << TextFeatures.BITS];
    clauses.forEach(
        mail ->
            mail.forEach(
                clause -> {
                  for (int feature : clause) {
                    seen[feature]++;
                  }
                }));
    double[] worth = ModelTraining.weights(seen);
    // No clause says whether a mail asks for a recovery; the whole of it does.
    List<Question> asked = questions.subList(1, questions.size());
    List<Weights> learned =
        asked.parallelStream()
            .map(
                question -> {
                  Weights weights = texts.weights().get(texts.names().indexOf(question.name()));
                  for (int round = 0; round < ROUNDS; round++) {
                    Rows rows = new Rows(worth);
                    rows.addClauses(weights, mails, clauses, question.answer());
                    rows.addLines(lines, question.name());
                    weights =
                        ModelTraining.weights(rows.features, rows.wanted, worth, COST, BALANCE);
                  }
                  return weights;
                })
            .toList();
    return new Learned(asked.stream().map(Question::name).toList(), learned).model();
  }

  /** What one question is learned from. */
  private static final class Rows {
    private final List<Feature[]> features = new ArrayList<>();
    private final List<Double> wanted = new ArrayList<>();
    private final double[] worth;

    Rows(double[] worth) {
      this.worth = worth;
    }

    void addClauses(
        Weights weights,
        List<CorpusMail> mails,
        List<List<int[]>> clauses,
        Function<CorpusMail, Optional<Boolean>> answer) {
      for (int at = 0; at < mails.size(); at++) {
        Optional<Boolean> yes = answer.apply(mails.get(at));
        if (yes.isPresent()) {
          clauses.get(at).stream()
              .sorted(Comparator.comparingDouble(clause -> -weights.score(clause)))
              .limit(yes.get() ? 1 : OF_NO)
              .forEach(clause -> add(clause, yes.get()));
        }
      }
    }

    void addLines(List<CorpusLine> lines, String question) {
      for (CorpusLine line : lines) {
        line.agrees(question)
            .ifPresent(
                yes ->
                    OpinionReader.clauses(
                            NO_TITLE,
                            MailText.of(line.text()),
                            ModelTraining.VOCABULARY,
                            ModelTraining.TOPICS)
                        .stream()
                        .limit(yes ? 1 : OF_NO)
                        .forEach(clause -> add(clause, yes)));
      }
    }

    private void add(int[] clause, boolean yes) {
      features.add(ModelTraining.nodes(clause, worth));
      wanted.add(yes ? 1.0 : -1.0);
    }
  }

  private static List<int[]> clauses(CorpusMail mail) {
    return OpinionReader.clauses(
        MailText.of(mail.subject()),
        MailText.of(mail.text()),
        ModelTraining.VOCABULARY,
        ModelTraining.TOPICS);
  }
}
