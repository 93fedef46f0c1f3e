package dev.latchkey.triage.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that read the same, however they are typed. */
class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "Das weiß ich nicht., das weiss ich nicht",
    "STRAẞE, strasse",
    "Ma sœur, ma soeur",
    "Œuvre, oeuvre",
    "encyclopædia, encyclopaedia",
    "Schlüssel, schlussel",
    "contraseña, contrasena",
    "驗證碼, 验 证 码"
  })
  void readTheSame(String typed, String folded) {
    assertThat(Words.key(typed)).isEqualTo(Words.key(folded)).isEqualTo(folded);
  }
}
