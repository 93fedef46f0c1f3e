package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.learned.CorpusLine.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the fifth of the lines is read that nobody learned from, and lines of the test's own. */
class LineReaderTest {
  /** From here on the desk believes an answer. */
  private static final double BELIEVED = 0.7;

  private static final LineReader READER =
      LineReader.standard(ModelTraining.VOCABULARY, ModelTraining.TOPICS);

  @SuppressWarnings("NullAway.Init")
  private static List<CorpusLine> aside;

  @BeforeAll
  static void readLines() throws IOException {
    aside = CorpusLine.all(CorpusLine.FOLDER).stream().filter(CorpusLine::aside).toList();
  }

  @Test
  void headingsAskForWhatTheirWritersMeant() {
    List<CorpusLine> headings = of(Kind.HEADINGS);
    List<CorpusLine> asked = headings.stream().filter(line -> !is(line, "none")).toList();
    List<CorpusLine> others = headings.stream().filter(line -> is(line, "none")).toList();

    assertThat(percent("headings understood", asked, line -> is(line, asks(line))))
        .isGreaterThan(65);
    assertThat(
            percent(
                "none for another thing", asked, line -> is(line, asks(line)) || is("none", line)))
        .isGreaterThan(90);
    assertThat(percent("no heading where none is", others, line -> is("none", line)))
        .isGreaterThan(80);
  }

  @Test
  void answersSayWhatTheirWritersMeant() {
    for (String to : List.of("consent", "codes", "mailbox", "device", "password")) {
      List<CorpusLine> answers =
          of(Kind.ANSWERS).stream().filter(line -> line.label().get(0).equals(to)).toList();
      List<CorpusLine> said = answers.stream().filter(line -> said(line).isPresent()).toList();

      percent(to + " heard", answers, line -> said(line).equals(meant(line)));
      assertThat(percent(to + " right where heard", said, line -> said(line).equals(meant(line))))
          .isGreaterThan(75);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Your name on the site, please: | NAME",
        "Your rules - ok for you? | CONDUCT",
        "Kannst du die hinterlegte Mailadresse noch lesen? | MAILBOX",
        "Ersatzcodes noch da? | CODES",
        "Acceptez-vous que ce soit long et sans garantie ? | WAIT",
      })
  void headingsThatStandInNoList(String heading, Asks asks) {
    assertThat(READER.asks(heading)).contains(asks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Good morning all:",
        "Where can I see my user name?",
        "P.S.:",
        "Betriebssystem:",
        "Combien de temps cela prend-il ?",
      })
  void questionsThatAskForNothingOfOurs(String line) {
    assertThat(READER.asks(line)).isEmpty();
  }

  private static List<CorpusLine> of(Kind kind) {
    return aside.stream().filter(line -> line.kind() == kind).toList();
  }

  private static String asks(CorpusLine line) {
    return READER.asks(line.text()).orElse(Asks.NONE).name().toLowerCase(Locale.ROOT);
  }

  private static boolean is(CorpusLine line, String kind) {
    return line.label().get(0).equals(kind);
  }

  private static boolean is(String kind, CorpusLine line) {
    return asks(line).equals(kind);
  }

  private static Optional<String> meant(CorpusLine line) {
    return Optional.of(line.label().get(1)).filter(meaning -> !meaning.equals("unclear"));
  }

  private static Optional<String> said(CorpusLine line) {
    String to = line.label().get(0);
    Likelihoods likely = READER.read(line.text());
    return CorpusLine.LineQuestion.all().stream()
        .filter(question -> question.kind() == Kind.ANSWERS && question.of().equals(to))
        .filter(question -> likely.of(question.name()) >= BELIEVED)
        .max(java.util.Comparator.comparingDouble(question -> likely.of(question.name())))
        .map(CorpusLine.LineQuestion::label);
  }

  private static double percent(
      String figure, List<CorpusLine> lines, java.util.function.Predicate<CorpusLine> right) {
    Stream.concat(Stream.of(""), lines.stream().map(CorpusLine::language).distinct().sorted())
        .forEach(
            language -> {
              List<CorpusLine> some =
                  lines.stream().filter(line -> line.language().startsWith(language)).toList();
              System.out.printf(
                  "%-30s %-3s %4d/%-4d %5.1f%n",
                  figure,
                  language,
                  some.stream().filter(right).count(),
                  some.size(),
                  share(some, right));
            });
    return share(lines, right);
  }

  private static double share(
      List<CorpusLine> lines, java.util.function.Predicate<CorpusLine> right) {
    return 100.0 * lines.stream().filter(right).collect(Collectors.counting()) / lines.size();
  }
}
