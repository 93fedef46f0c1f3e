package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is the code",
        "I am returning the code you sent.",
        "The code:",
        "Anbei der Code, viele Grüße",
        "Code hab ich doch längst geschickt",
        "Voici le code demandé",
        "Les envío el código.",
        "Segue o código",
        "验证码发给您了",
        "コードのメールにはもう返信いたしました。",
        "コード：",
      })
  void whoSendsACode(String written) {
    assertThat(CodeFileReader.announced(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The code did not arrive",
        "Please send me the code again",
        "I will send the code tomorrow",
        "May my sister send the code?",
        "Der Code ist abgelaufen",
        "Ich habe keinen Code bekommen",
        "Je n'ai pas reçu le code",
        "No me ha llegado el código",
        "Podem enviar o código para outro endereço",
        "没有收到验证码",
        "コードが届きません",
        "新しいコードを送ってください",
        "Thank you",
      })
  void whoHasNoneOrWantsOne(String written) {
    assertThat(CodeFileReader.announced(written)).isFalse();
  }
}
