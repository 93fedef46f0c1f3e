package dev.latchkey.triage.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Account names in brackets behind who writes. */
class BracketedNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lgrant | this is Lucy Grant (lgrant), I am locked out",
        "mueller_k | Hallo, hier schreibt Karl Müller (mueller_k). Handy weg.",
        "moller7 | hej, my name is jens møller (moller7)",
        "troux | Bonjour, je suis le vigneron Thomas Roux (troux), téléphone volé.",
        "anunez | soy Ana Núñez (anunez) y perdí el móvil",
        "rsousa | Aqui fala o Rui Sousa (rsousa).",
        "Grant.Lucy | Phone dead. Lucy Grant (Grant.Lucy)",
        "saito_m | 斎藤美咲(saito_m)と申します。",
        "lgrant | Good morning, I am Lucy Grant, lgrant. My phone broke.",
        "kmueller | hier schreibt Karl Müller, kmueller, Handy weg",
        "troux | Je m'appelle Thomas Roux, troux, téléphone volé.",
        "anunez | Soy Ana Núñez, anunez.",
        "rsousa7 | Rui Sousa, rsousa7",
        "edunn | hiya, eve dunn here (edunn). new phone",
        "jkrause | moin, jana krause hier (jkrause)",
        "lmorel | salut, lise morel ici (lmorel)",
        "chenwei | 我是老师陈伟（chenwei），手机丢了。",
      })
  void theName(String name, String written) {
    assertThat(BracketedName.in(Words.of(written), word -> true)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is Lucy Grant (Bristol), I am locked out",
        "Ich bin Karl Müller (Imker).",
        "the app of my bank (bankline) is gone",
        "my phone (pixel7) broke",
        "I am Lucy Grant (36)",
        "I am Lucy Grant, painter.",
        "hi, the phone here, iphone, is dead",
        "Guten Tag, hier schreibt Karl.",
        "Soy Ana Núñez, pintora, y perdí el móvil",
        "I am Lucy Grant, lgrant is somebody else",
        "手机(iphone)丢了"
      })
  void isNone(String written) {
    assertThat(BracketedName.in(Words.of(written), word -> true)).isEmpty();
  }
}
