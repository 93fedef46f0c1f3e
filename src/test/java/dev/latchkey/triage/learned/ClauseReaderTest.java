package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.words.MailText;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is added up once is what every clause, and every two, say by themselves. */
class ClauseReaderTest {
  private static final RequestForm FORM = ReadingFile.standard();
  private static final List<String> QUESTIONS = List.of("a", "b", "c", "d", "e");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes.",
        "Is it?\n\nNo. No! No?",
        "I lost my phone. I lost my phone and with it the codes. The codes! Where are the codes?",
        "Hallo zusammen,\n\nmein Handy ist weg. Den Verhaltenskodex habe ich gelesen, und mir ist"
            + " klar, dass es dauert.\n\nGruß\nJo",
        "手机丢了。恢复码也没有了。我同意行为准则，也知道需要时间。",
        "@@@ ... --- !!!"
      })
  void whatIsAddedUpOnceIsWhatEachClauseSays(String text) {
    assertLikeliest("Locked out", text);
  }

  @ParameterizedTest
  @ValueSource(ints = {59, 80, 81, 200})
  void ofALongTextTheFirstAndTheLastClausesAreRead(int clauses) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < clauses; at++) {
      text.append("Sentence ").append("x".repeat(at % 17 + 1)).append(" ends here. ");
    }
    assertLikeliest("", text.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 201})
  void aClauseOfTooManyWordsPartsItsNeighbours(int words) {
    assertLikeliest("Title", "Before it. " + "word ".repeat(words) + ". Behind it. And again.");
  }

  @Test
  void aClauseDoesNotHoldOnToTheOneBeforeIt() {
    SpelledWords spelled = new SpelledWords(model());
    HeardClause last = heard("It ends here.", spelled);
    WeakReference<HeardClause> before = behindAnother(last, spelled);
    for (int round = 0; round < 50 && !before.refersTo(null); round++) {
      System.gc();
    }
    assertThat(before.refersTo(null)).isTrue();
    assertThat(last.alone(false, new FeatureSet())).hasSize(QUESTIONS.size());
  }

  private static WeakReference<HeardClause> behindAnother(HeardClause last, SpelledWords spelled) {
    HeardClause before = heard("It began there.", spelled);
    last.behind(before, false, new FeatureSet());
    return new WeakReference<>(before);
  }

  private static HeardClause heard(String text, SpelledWords spelled) {
    return new HeardClause(
        MailText.of(text).clauses().get(0),
        spelled,
        FORM.scorer(),
        FORM.topics(),
        new FeatureSet());
  }

  private static void assertLikeliest(String subject, String text) {
    LinearModel model = model();
    ClauseReader reader =
        new ClauseReader(MailText.of(subject), MailText.of(text), FORM.scorer(), FORM.topics());
    double[] most = new double[QUESTIONS.size()];
    for (int[] clause : reader.features()) {
      assertThat(Arrays.stream(clause).distinct().count()).isEqualTo(clause.length);
      double[] likely = model.probabilities(clause);
      for (int at = 0; at < most.length; at++) {
        most[at] = Math.max(most[at], likely[at]);
      }
    }
    assertThat(reader.likeliest(new SpelledWords(model))).isEqualTo(most);
  }

  /** Weights of no meaning, and every third feature without any. */
  private static LinearModel model() {
    Random random = new Random(7);
    float[][] weights = new float[QUESTIONS.size()][1 << TextFeatures.BITS];
    for (int feature = 0; feature < weights[0].length; feature++) {
      for (float[] question : weights) {
        question[feature] = feature % 3 == 0 ? 0 : (float) random.nextGaussian();
      }
    }
    return LinearModel.of(QUESTIONS, weights, new float[QUESTIONS.size()]);
  }
}
