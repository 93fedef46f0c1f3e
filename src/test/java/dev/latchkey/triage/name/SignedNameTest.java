package dev.latchkey.triage.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I cannot get into my account.%n%nOlga          | Olga
          Bitte helfen Sie mir.%nViele Grüße,%nJonas     | Jonas
          Merci d'avance !%n%nÉlodie.                    | Élodie
          ¡Ayúdenme, por favor! (es urgente)%n%n%nNuria  | Nuria
          """)
  void whoClosesWithTheirNameNamesNoAccount(String text, String name) {
    assertThat(SignedName.closes(name, text.formatted())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The name of my account:%n%nOlga               | Olga
          Please let me in again as%nMoonraker          | Moonraker
          I am locked out.%n%nolga-7                    | olga-7
          I log in as Olga. Please help.%n%nOlga        | Olga
          I lost my phone.%nOlga%nThat is the account.  | Olga
          Olga                                          | Olga
          """)
  void whatIsAskedForOrSaidAboveIsAName(String text, String name) {
    assertThat(SignedName.closes(name, text.formatted())).isFalse();
  }

  @Test
  void aSurnameBehindTheWordForAnAccountIsWhoseItIs() {
    assertThat(SignedName.is("Weber", "My account Weber is locked.\n\nHans Weber")).isTrue();
    assertThat(SignedName.is("weber", "My account weber is locked.\n\nHans Weber")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pintora  | Soy Lena Ortiz, pintora. Olvidé la clave.
          potière  | Je suis Anne Roy, potière, et je suis bloquée.
          gardener | Locked out. Rita Dias, gardener
          """)
  void aSmallWordBehindAPersonsNameIsATrade(String word, String text) {
    assertThat(SignedName.isTrade(word, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pelican  | My projects are heron, pelican and stork.
          pelican  | Lena Ortiz here, pelican is my project.
          pelican2 | I am Lena Ortiz, pelican2.
          pelican  | I am Lena Ortiz, pelican is my project.
          """)
  void anythingElseMayBeAProject(String word, String text) {
    assertThat(SignedName.isTrade(word, text)).isFalse();
  }
}
