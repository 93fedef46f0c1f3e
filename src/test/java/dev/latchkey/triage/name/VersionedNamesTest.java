package dev.latchkey.triage.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Somebody published kisetsu 1.4.9, not me.",
        "Da steht kisetsu v1.4.9 im Index.",
        "J'ai vu passer kisetsu 1.4.9.",
        "Han publicado kisetsu 1.4.9",
        "Saiu um kisetsu 1.4.9 que não é meu",
        "身に覚えのないkisetsu 1.4.9が公開されており",
        "有人发布了 kisetsu 1.4.9，不是我。"
      })
  void whatHasAVersionIsAProject(String text) {
    assertThat(VersionedNames.in(text)).containsExactly("kisetsu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Somebody published version 1.4.9.",
        "I run python 3.12.1 on Windows 11.0.22.",
        "Am 3.11.25 kam die Mail vom 12.10.2025.",
        "Der Server 10.0.0.12 antwortet nicht.",
        "since v 1.4.9",
        "Somebody uploaded 1.4.9 last night.",
        "Die 1.4.9 stammt nicht von mir.",
        "On a publié 1.4.9 à ma place.",
        "Alguien subió 1.4.9 anoche.",
        "Alguém lançou 1.4.9.",
        "Kapitel 1.4.9 der Regeln"
      })
  void whatRunsEverywhereADayOrAChapterIsNone(String text) {
    assertThat(VersionedNames.in(text)).isEmpty();
  }
}
