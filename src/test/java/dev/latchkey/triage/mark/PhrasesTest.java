package dev.latchkey.triage.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.kind.KindReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  private static final Phrases SUBJECTS = Phrases.load(KindReader.class, "auto-reply-subjects.txt");

  @ParameterizedTest
  @CsvSource({
    "'  It’s   “over”\t— now ', it's \"over\" - now",
    "ÄÖÜ, äöü",
    "'a\u00A0\u3000b', a b",
    "'', ''"
  })
  void plainFormForgetsWhatDoesNotMatter(String text, String plain) {
    assertThat(Phrases.plain(text)).isEqualTo(plain);
  }

  @Test
  void aHeadEndsInPunctuationOrTheEnd() {
    assertThat(SUBJECTS.head("out of office")).isTrue();
    assertThat(SUBJECTS.head("out of office: gone")).isTrue();
    assertThat(SUBJECTS.head("réponse automatique : absent")).isTrue();
    assertThat(SUBJECTS.head("auto: anything")).isTrue();
    assertThat(SUBJECTS.head("out of office supplies")).isFalse();
    assertThat(SUBJECTS.head("autoreplying")).isFalse();
    assertThat(SUBJECTS.head("")).isFalse();
  }

  @Test
  void aBeginningIsWholeWords() {
    assertThat(SUBJECTS.begin("autoreply today")).isTrue();
    assertThat(SUBJECTS.begin("autoreplying")).isFalse();
    assertThat(SUBJECTS.begin("自动回复您")).isTrue();
  }
}
