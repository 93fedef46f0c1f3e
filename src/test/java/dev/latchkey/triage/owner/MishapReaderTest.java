package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who broke the telephone, and what is denied of a recovery. */
class MishapReaderTest {
  private final OwnerAnswerReader owners = new OwnerAnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was not me who broke the phone, it was my son, haha. Please go ahead.",
        "It wasn't me who lost the key, my wife did. Please proceed.",
        "Nicht ich habe das Handy kaputt gemacht, das war mein Sohn. Bitte weitermachen.",
        "No fui yo quien rompió el móvil, fue mi hijo. Adelante, por favor.",
        "Não fui eu que quebrei o celular, foi meu filho. Podem continuar.",
        "携帯を壊したのは私ではなく息子です。はい、進めてください。"
      })
  void whoBrokeTheTelephoneDeniesNothing(String written) {
    assertThat(owners.read(written)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was not me who broke the phone, it was my son.",
        "It was not me who asked, it was my son. Please go ahead.",
        "It was not me who lost the account, it was my son. Please go ahead.",
        "It was not me who wiped the phone, it was a hacker. Please go ahead.",
        "It was not me who lost the phone. Please go ahead.",
        "It was not me who broke the phone, it was my son. I did not ask for this. Please go ahead.",
        "No fui yo quien pidió esto, fue mi hijo con el móvil roto. Adelante."
      })
  void whateverElseIsDeniedIsNoYes(String written) {
    assertThat(owners.read(written)).isNotEqualTo(OwnerAnswer.AGREES);
  }
}
