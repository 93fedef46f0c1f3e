package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.form.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that an app or a telephone gives are no recovery codes. */
class DeviceCodesTest {
  private final TriageReader triage = Desk.triage();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My codes app died with the phone. I am oskar_t.",
        "The app with my codes is gone since the update, name is oskar_t.",
        "Meine Codes-App ist weg, das Handy ist kaputt. Ich bin oskar_t.",
        "Mon appli de codes est perdue avec le téléphone, compte oskar_t",
        "Se me borró la app de códigos, usuario oskar_t"
      })
  void tellOfNone(String text) {
    assertThat(triage.read(TypedMail.first("help", text)).request().said())
        .doesNotContain(Said.CODES_HAVE, Said.CODES_LOST, Said.CODES_NONE, Said.CODES_NEVER_MADE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My codes app died with the phone, and I have no recovery codes. I am oskar_t.",
        "Meine Codes-App ist weg, Wiederherstellungscodes habe ich keine. Ich bin oskar_t."
      })
  void besideThemOthersCount(String text) {
    assertThat(triage.read(TypedMail.first("help", text)).request().said())
        .containsAnyOf(Said.CODES_NONE, Said.CODES_NEVER_MADE, Said.CODES_LOST);
  }
}
