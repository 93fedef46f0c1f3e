package dev.latchkey.triage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InPersonReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have no repository. But I could bring my passport to the library.",
        "No website either, so shall I drop by?",
        "Ein Repository habe ich nicht. Ich könnte mit dem Ausweis vorbeikommen.",
        "Gibt es eine Sprechstunde?",
        "Je n'ai pas de site, mais je peux passer à votre bureau mardi.",
        "No tengo repositorio; puedo acercarme con el DNI.",
        "Não tenho site. Posso ir aí com o cartão de cidadão?",
        "我没有仓库，可以带身份证当面确认吗？",
        "リポジトリはありません。学生証を持って窓口に伺います。",
      })
  void whoOffersToComeOrToShowWhoTheyAre(String typed) {
    assertThat(InPersonReader.offers(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have no repository and no website.",
        "I cannot come in person.",
        "Ohne Ausweis, der ist auch weg.",
        "Je ne peux pas me déplacer.",
        "No tengo pasaporte.",
        "我没有护照",
        "done",
      })
  void whoDoesNot(String typed) {
    assertThat(InPersonReader.offers(typed)).isFalse();
  }
}
