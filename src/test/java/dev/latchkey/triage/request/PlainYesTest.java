package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people answer to our last questions in words of their own, and what is no yes. */
class PlainYesTest {
  private static final List<Question> THREE =
      List.of(Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);

  private final AskedReader reader = ReadingForms.asked();

  private record Case(String set, int questions, String answered, String words) {}

  @Test
  void allOfWhatPeopleAnsweredIsRead() {
    assertThat(missed("break4")).isEmpty();
    assertThat(missed("a")).isEmpty();
  }

  /** One no, and a yes to what is left. */
  @Test
  void aNoBeforeTheYesesIsToTheFirstQuestion() {
    assertThat(missed("d")).isEmpty();
  }

  /** Words that nobody looked at while it was made. */
  @Test
  void nearlyAllOfWhatWasKeptAsideIsRead() {
    assertThat(missed("b")).hasSizeLessThanOrEqualTo(2);
    assertThat(missed("c")).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void noYesIsReadOutOfWhatIsNone() {
    assertThat(missed("no")).isEmpty();
    assertThat(missed("noc")).isEmpty();
  }

  private List<String> missed(String set) {
    return cases()
        .filter(one -> one.set().equals(set))
        .filter(one -> !read(one).equals(one.answered()))
        .map(one -> read(one) + " for " + one)
        .toList();
  }

  private String read(Case one) {
    List<Question> asked = THREE.subList(3 - one.questions(), 3);
    GivenAnswers given = reader.read(ReadingForms.typed(one.words()), asked);
    String said =
        (given.codes() == RecoveryCodes.NEVER_MADE || given.codes() == RecoveryCodes.NONE
                ? "N"
                : "")
            + (given.codes() == RecoveryCodes.LOST ? "L" : "")
            + (given.codes() == RecoveryCodes.HAVE ? "H" : "")
            + (given.conduct().orElse(false) ? "C" : "")
            + (given.waits().orElse(false) ? "T" : "");
    return said.isEmpty() ? "-" : said;
  }

  private static Stream<Case> cases() {
    return WordList.lines(PlainYesTest.class, "plain-yes.tsv").stream()
        .map(line -> line.split("\t"))
        .map(
            cell ->
                new Case(
                    cell[0], Integer.parseInt(cell[1]), cell[2], cell[3].replace("\\n", "\n")));
  }
}
