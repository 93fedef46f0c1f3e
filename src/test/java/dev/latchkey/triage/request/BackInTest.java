package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in again, and says nothing else. */
class BackInTest {
  private final PlainEnd ends = new PlainEnd();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Je suis connectée, merci, vous pouvez fermer.",
        "Bin wieder drin, bitte schließen. Danke!",
        "I am back in. Please close this.",
        "Ya pude entrar, pueden cerrar. Gracias.",
        "I am back in."
      })
  void whoIsInSaysSoWithOrWithoutTellingUsToClose(String written) {
    assertThat(ends.isBackIn(written, "Flo")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Je suis connectée, merci. Vous pouvez fermer la porte à l'autre demande ?",
        "I am back in, but please do not close this yet.",
        "Bin wieder drin, und jetzt?",
        "please close this"
      })
  void whatAsksOrSaysMoreOrLessIsNotThat(String written) {
    assertThat(ends.isBackIn(written, "Flo")).isFalse();
  }
}
