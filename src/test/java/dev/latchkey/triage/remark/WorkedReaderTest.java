package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.request.PlainConsent;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short answers: that it worked, and that somebody agrees. */
class WorkedReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "But I told you it worked, I am in my account again. Nothing more needed.",
        "It worked, I'm in.",
        "the code worked, thanks",
        "Es hat geklappt, ich bin wieder drin.",
        "Funcionó, ya estoy dentro.",
        "worked, ta",
        "yay it works, thanks a lot",
        "Hat geklappt, danke!",
        "ça marche, merci",
        "Funcionó, gracias",
        "deu certo, brigado",
        "成功了，谢谢",
        "できました。ありがとうございます",
      })
  void itDid(String words) {
    assertThat(WorkedReader.says(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worked?",
        "it worked but now it wants a code",
        "hat nicht geklappt, danke",
        "thanks",
        "the old one worked",
        "ça marche pas",
      })
  void itMayNotHave(String words) {
    assertThat(WorkedReader.says(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no codes, agree to the code of conduct, forgot my password",
        "forgot my password. never had codes, I agree to code of conduct",
        "keine Codes, einverstanden mit dem Verhaltenskodex",
        "sin códigos, acepto el código de conducta",
        "sem códigos, concordo com o código de conduta",
        "sin códigos, acepto el código de conducta, sé que tarda",
        "códigos ninguno, acepto el código de conducta, ya sé que demora",
        "codes keine, Kodex akzeptiert",
        "Wiederherstellungscodes keine, einverstanden mit dem Kodex, weiß dass es dauert",
        "aucun code de secours, j'accepte le code de conduite",
        "códigos nenhum, aceito o código de conduta",
        "恢复码没有，同意行为准则",
      })
  void theNoOfTheCodesIsNoRefusal(String words) {
    assertThat(PlainConsent.in(words)).contains(Said.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no codes, I do not agree to the code of conduct",
        "I agree to the code of conduct. Not!",
        "no codes, why agree to the code of conduct?",
        "agree to the code of conduct only if you help me",
      })
  void aRefusalIs(String words) {
    assertThat(PlainConsent.in(words)).isEqualTo(Set.of());
  }
}
