package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.triage.request.IntentReading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** To end a request wrongly is the worst answer: what only sounds like an end is asked about. */
class PlainEndTest {
  private final TriageReader triage;

  PlainEndTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/ends-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void onlyPlainWordsEndARequest(String ends, String language, String text) {
    IntentReading read = triage.read(TypedMail.later(text)).intent();

    assertThat(read.over() && read.sure()).as("%s", read.why()).isEqualTo(ends.equals("yes"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/yes-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aYesEndsItOnlyAsTheAnswerToThatQuestion(String ends, String language, String text) {
    InboundMail mail = TypedMail.later(text);
    IntentReading asked = triage.read(mail, List.of(letter(true), letter(false))).intent();
    IntentReading other = triage.read(mail, List.of(letter(false), letter(true))).intent();

    assertThat(asked.over() && asked.sure()).isEqualTo(ends.equals("yes"));
    assertThat(other.over() && other.sure()).isFalse();
  }

  private static SentLetter letter(boolean asksWhetherOver) {
    return new SentLetter("Hello,", List.of(), asksWhetherOver);
  }
}
