package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody takes care of, by the way. */
class CaredForTest {
  private static final String NAME = "lampwick";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You will see that I look after lampwick.",
        "I maintain 'lampwick', which many use.",
        "Kümmere mich um lampwick, seit Jahren",
        "weil ich lampwick betreue",
        "C'est moi qui m'occupe de lampwick.",
        "Me encargo de «lampwick», por cierto.",
        "Cuido do lampwick, desde 2015",
        "你们可以看到 lampwick 是我在管。",
        "一直在维护 lampwick。",
        "lampwickの面倒を見ている者です。"
      })
  void isCaredFor(String text) {
    assertThat(is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I look after lampwick children.",
        "My account is lampwick.",
        "lampwick is what I am called",
        "Ich heiße dort lampwick."
      })
  void isNot(String text) {
    assertThat(is(text)).isFalse();
  }

  private static boolean is(String text) {
    int start = text.indexOf(NAME);
    return CaredFor.is(text, start, start + NAME.length());
  }
}
