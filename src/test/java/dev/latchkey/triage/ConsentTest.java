package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.request.RequestReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Consent is a plain yes, without a refusal, a condition or a question beside it. */
class ConsentTest {
  private final TriageReader triage;

  ConsentTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{3}")
  @CsvFileSource(resources = "/reading/consent.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aYesCountsOnlyWhereNothingSpeaksAgainstIt(
      String conduct, String time, String language, String text) {
    RequestReading request = request(text.replace("\\n", "\n"));

    assertThat(request.agrees().filter(agreed -> agreed).isPresent())
        .as("agrees: %s", request)
        .isEqualTo(conduct.equals("yes"));
    assertThat(request.waits().filter(waits -> waits).isPresent())
        .as("waits: %s", request)
        .isEqualTo(time.equals("yes"));
  }

  private RequestReading request(String text) {
    return triage.read(TypedMail.first("Account recovery", text)).request();
  }
}
