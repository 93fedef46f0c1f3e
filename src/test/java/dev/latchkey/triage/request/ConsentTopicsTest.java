package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which question for consent a mail speaks. */
class ConsentTopicsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGREES | yes to the code of conduct",
        "AGREES | I'll behave, and no bad manners from me",
        "AGREES | An eure Regeln halte ich mich",
        "AGREES | J'accepte votre code de conduite",
        "AGREES | Acepto las normas",
        "AGREES | Prometo ser educado",
        "AGREES | 同意守则",
        "AGREES | 規範は守ります",
        "CAN_WAIT | No rush, weeks are fine",
        "CAN_WAIT | Dass es eine Absage werden kann, nehme ich hin",
        "CAN_WAIT | Je serai patiente",
        "CAN_WAIT | Pode ser recusado, aceito",
        "CAN_WAIT | 不批也没关系",
        "CAN_WAIT | 気長に待ちます",
        "CAN_WAIT | Yes to both",
        "AGREES | Einverstanden mit allem",
      })
  void named(Said answer, String written) {
    assertThat(ConsentTopics.named(MailText.of(written), answer)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAN_WAIT | J'accepte votre code de conduite",
        "CAN_WAIT | yes to the code of conduct",
        "CAN_WAIT | Verhaltenskodex passt",
        "CAN_WAIT | Código de conducta de acuerdo",
        "CAN_WAIT | 行動規範に同意します",
        "AGREES | No hay prisa",
        "AGREES | I can wait",
        "DISAGREES | They got into my mail, now I can neither read that mail nor log in",
      })
  void notNamed(Said answer, String written) {
    assertThat(ConsentTopics.named(MailText.of(written), answer)).isFalse();
  }
}
