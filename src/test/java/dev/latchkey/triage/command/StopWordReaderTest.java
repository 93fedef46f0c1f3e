package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordReaderTest {
  private static final String WORD = "G3AUQRST2345UVWX67ABMNOPKT";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> with this stop word in your email: STOP-G3AU-QRST-2345-UVWX-67AB-MNOP-KT",
        "stop-g3au-qrst-2345-uvwx-67ab-mnop-kt.",
        "STOPをSTOP-G3AU-QRST-2345-UVWX-67AB-MNOP-KTと",
        "ＳＴＯＰ－Ｇ３ＡＵ－ＱＲＳＴ－２３４５－ＵＶＷＸ－６７ＡＢ－ＭＮＯＰ－ＫＴ",
        "> > STOP-G3AU-QRST-2345-\n> > UVWX-67AB-MNOP-KT",
        "STOP–G3AU–QRST–2345–UVWX–67AB–MNOP–KT",
        "STOP-G3AUQRST2345UVWX67ABMNOPKT",
        "AW: STOP-G3AU-QRST-2345-UVWX-67AB-MNOP-KT bitte"
      })
  void aStopWordIsFoundHoweverItCameBack(String text) {
    assertThat(new StopWordReader().read(text)).map(String::toUpperCase).containsExactly(WORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop it, please stop this",
        "the code was QRST-2345-UVWX-67AB",
        "STOP-G3AU-QRST",
        "NONSTOP-G3AU-QRST-2345-UVWX-67AB-MNOP-KT"
      })
  void anythingElseIsNone(String text) {
    assertThat(new StopWordReader().read(text)).isEmpty();
  }

  @Test
  void hostileTextIsReadInBoundedTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(new StopWordReader().read("STOP-ABCD-".repeat(10_000))).hasSizeLessThan(6);
          assertThat(new StopWordReader().read("\n> ".repeat(33_000))).isEmpty();
        });
  }
}
