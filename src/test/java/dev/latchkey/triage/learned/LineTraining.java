package dev.latchkey.triage.learned;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.learned.CorpusLine.Kind;
import dev.latchkey.triage.learned.CorpusLine.LineQuestion;
import dev.latchkey.triage.words.MailText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Learns the model of {@link LineReader} from the lines, all but the fifth that is kept aside. */
public final class LineTraining {
  private static final Map<Field, String> FIELDS =
      Map.of(
          Field.ACCOUNT_NAME, "name",
          Field.REASON, "reason",
          Field.RECOVERY_CODES, "codes",
          Field.CODE_OF_CONDUCT, "conduct",
          Field.ACKNOWLEDGEMENT, "wait",
          Field.ADDRESSES, "addresses",
          Field.PROJECTS, "projects",
          Field.SITE, "site",
          Field.DETAILS, "details",
          Field.FOREIGN, "none");

  private LineTraining() {}

  public static LineReader train(List<CorpusLine> all) {
    List<CorpusLine> lines =
        Stream.concat(
                all.stream().flatMap(LineTraining::asAnswer),
                ofForm(ReadingFile.standard()).stream())
            .toList();
    List<LineQuestion> questions = LineQuestion.all();
    return new LineReader(
        ModelTraining.learnedOfTexts(
                questions.stream().map(LineQuestion::name).toList(),
                lines.stream().map(LineTraining::features).toList(),
                questions.stream().map(question -> answers(question, lines)).toList())
            .model(),
        fingerprint(all),
        ModelTraining.VOCABULARY,
        ModelTraining.TOPICS);
  }

  /** A sentence of consent answers the question for it as well. */
  private static Stream<CorpusLine> asAnswer(CorpusLine line) {
    if (line.kind() != Kind.CONSENT) {
      return Stream.of(line);
    }
    String label = line.label().get(0);
    String meaning =
        label.equals("both") || label.endsWith("=yes")
            ? "yes"
            : label.endsWith("=no") ? "no" : "unclear";
    return Stream.of(answer("consent", meaning, line.text()));
  }

  /**
   * The labels and the short answers that the rules know, in an order of their own: that of the map
   * of labels is another one in every run, and what is learned would differ by octets.
   */
  static List<CorpusLine> ofForm(RequestForm form) {
    List<CorpusLine> lines = new ArrayList<>();
    for (Field field : Field.values()) {
      for (String label : form.labels().getOrDefault(field, List.of())) {
        lines.add(new CorpusLine("form", Kind.HEADINGS, List.of(FIELDS.get(field)), label));
      }
    }
    RequestForm.Answers answers = form.answers();
    answers.agreed().forEach(text -> lines.add(answer("consent", "yes", text)));
    answers.refused().forEach(text -> lines.add(answer("consent", "no", text)));
    answers.doubtful().forEach(text -> lines.add(answer("consent", "unclear", text)));
    answers.haveCodes().forEach(text -> lines.add(answer("codes", "have", text)));
    answers.lostCodes().forEach(text -> lines.add(answer("codes", "lost", text)));
    answers.neverMadeCodes().forEach(text -> lines.add(answer("codes", "never", text)));
    answers.withoutCodes().forEach(text -> lines.add(answer("codes", "none", text)));
    return lines;
  }

  private static CorpusLine answer(String to, String meaning, String text) {
    return new CorpusLine("form", Kind.ANSWERS, List.of(to, meaning), text);
  }

  private static double[] answers(LineQuestion question, List<CorpusLine> lines) {
    return lines.stream()
        .mapToDouble(line -> line.answers(question).map(yes -> yes ? 1.0 : -1.0).orElse(0.0))
        .toArray();
  }

  /** A checksum of the lines, their labels, and what the vocabulary reads in them. */
  public static long fingerprint(List<CorpusLine> lines) {
    CRC32C sum = new CRC32C();
    for (CorpusLine line : lines) {
      sum.update((line.kind() + " " + line.label()).getBytes(StandardCharsets.UTF_8));
      ModelTraining.update(sum, features(line));
    }
    return sum.getValue();
  }

  private static int[] features(CorpusLine line) {
    return OpinionReader.features(
        MailText.of(""), MailText.of(line.text()), ModelTraining.VOCABULARY, ModelTraining.TOPICS);
  }
}
