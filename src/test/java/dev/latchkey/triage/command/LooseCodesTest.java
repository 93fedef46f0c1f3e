package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that were not copied. */
class LooseCodesTest {
  private static final String CODE = "KOB7BQI3M2XLA5TV";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K O B 7 B Q I 3 M 2 X L A 5 T V",
        "K-O-B-7-B-Q-I-3-M-2-X-L-A-5-T-V",
        "K0B7-8Q13-M2XL-A5TV",
        "KOB7.BQI3.M2XL.A5TV",
        "kilo oscar bravo seven bravo quebec india three mike two x-ray lima alpha five tango victor",
        "k wie Konrad, o wie Otto, b, sieben, b, q, i, drei, m, zwo, x, l, a, fünf, t, v",
        "k comme Kléber, o, b, sept, b, q, i, trois, m, deux, x, l, a, cinq, t, v",
        "k de kilo, o, b, siete, b, q, i, tres, m, dos, x, l, a, cinco, t, v",
        "K O B 七 B Q I 三 M 二 X L A 五 T V",
      })
  void whatIsSpelledOrMistypedIsRead(String typed) {
    assertThat(new CodeReader().read(typed)).contains(CODE);
    assertThat(LooseCodes.shown(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROJ-1234",
        "HTTP-2",
        "Call me at 0 1 5 1 2 3 4 5 6 7",
        "Anton, Berta and Emil know me",
        "I have 2 phones and 3 keys",
        "2026-03-02 09:00",
        "one or two of my three projects",
      })
  void whatHoldsNoCodeShowsNone(String typed) {
    assertThat(LooseCodes.shown(typed)).isFalse();
  }

  @Test
  void endlessSignsAreReadInBoundedTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          LooseCodes.shown("a ".repeat(500_000));
          LooseCodes.shown("A1B2-".repeat(200_000));
          LooseCodes.shown("kilo ".repeat(200_000));
        });
  }

  @Test
  void halfOfACodeIsShownAndATicketIsNot() {
    assertThat(LooseCodes.shown("AM2U-4JUP is all I see")).isTrue();
    assertThat(LooseCodes.shown("it begins with UPPS-WJC2.")).isTrue();
    assertThat(LooseCodes.shown("PROJ-1234")).isFalse();
    assertThat(LooseCodes.shown("HTTP-POST")).isFalse();
    assertThat(LooseCodes.shown("ABCD-2345")).isFalse();
  }
}
