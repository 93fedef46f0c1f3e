package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesHeldReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ich hab doch Codes. Wie benutze ich die denn?",
        "I do have my recovery codes at home. How do I use them?",
        "Where do I enter my recovery code?",
        "J'ai mes codes de récupération, comment je les utilise ?",
        "Tengo los códigos de recuperación, ¿cómo se usan?",
        "Tenho os códigos de recuperação. Como uso?",
        "我有恢复码，怎么用？",
        "リカバリーコードは持っています。どう使えばいいですか。",
      })
  void whoHoldsCodesIsToldHowToUseThem(String written) {
    assertThat(CodesHeldReader.holds(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have lost my recovery codes.",
        "I have the code you sent me.",
        "How do I use my account?",
        "I have my recovery codes, and they are refused.",
        "Ich habe keine Wiederherstellungscodes.",
        "Ich habe den Code, den Sie geschickt haben.",
        "Meine Codes hab ich nicht mehr.",
        "J'ai perdu mes codes de récupération.",
        "No tengo los códigos de recuperación.",
        "Não tenho os códigos de recuperação.",
        "我没有恢复码。",
        "リカバリーコードはなくしました。持っていません。",
      })
  void whoLostThemOrMeansOurCodeIsNot(String written) {
    assertThat(CodesHeldReader.holds(written)).isFalse();
  }
}
