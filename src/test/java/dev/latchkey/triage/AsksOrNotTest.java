package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.request.RequestReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** First mails of few words, and those that sound like a request and are none. */
class AsksOrNotTest {
  private final TriageReader triage;

  AsksOrNotTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{3} {4}")
  @CsvFileSource(resources = "/reading/asks-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aRequestIsHeardAndWhatSoundsLikeOneIsNone(
      String recovery, String kind, String language, String subject, String text) {
    RequestReading request =
        triage.read(TypedMail.first(subject, text == null ? "" : text)).request();

    assertThat(request.recovery()).isEqualTo(recovery.equals("yes"));
  }
}
