package dev.latchkey.triage.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that stand before what calls them so. */
class NamedBehindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smallholding | I forgot it. smallholding's the account name.",
        "fern-4 | fern-4’s what I go by, thanks.",
        "moosbart | Passwort vergessen. Ich war mit moosbart drin.",
        "otter_9 | otter_9 is what I'm called over there, my brother is pike.",
        "otter | Please help, otter is how they know me.",
        "otter | My phone drowned. otter is my login.",
        "otter | Hallo, otter heiße ich bei euch.",
        "otter | Handy weg, otter bin ich",
        "otter | otter, c'est moi.",
        "otter | otter soy yo.",
        "otter | «otter» é o meu usuário.",
        "otter | 进不去了。otter 就是我。",
        "otter | そちらではotterと名乗っています。",
        "otter | 私はotterで登録しました",
        "otter | I lost my phone and need to get back into the otter account.",
        "otter | Please let me into my 'otter' account again.",
        "otter | The \"otter\" account is mine.",
      })
  void theName(String name, String written) {
    assertThat(NamedBehind.in(Words.of(written), word -> true)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why is my account frozen",
        "Where the plug is my account of the day begins",
        "Wer da klopft bin ich nicht",
        "Quem cuida do otter sou eu",
        "otter is my login, pike is my username.",
        "is my login",
        "I need the account again.",
        "Any otter account would do.",
        "What was the account name?",
        "the account name",
        "My sister's the account holder.",
        "My example.org account works."
      })
  void isNone(String written) {
    assertThat(NamedBehind.in(Words.of(written), word -> true)).isEmpty();
  }
}
