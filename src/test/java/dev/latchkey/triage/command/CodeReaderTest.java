package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTest {
  private static final String CODE = "QRST2345UVWX67AB";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QRST-2345-UVWX-67AB",
        "QRST2345UVWX67AB",
        "QRST 2345 UVWX 67AB",
        "ＱＲＳＴ－２３４５－ＵＶＷＸ－６７ＡＢ",
        "コードはＱＲＳＴー２３４５ーＵＶＷＸー６７ＡＢです",
        "QRST\u00a02345\u00a0UVWX\u00a067AB",
        "QRST  2345\tUVWX   67AB",
        "QRST\u20112345\u2011UVWX\u201167AB",
        "QRST\u20132345\u2013UVWX\u201367AB",
        "QRST\u22122345\u2212UVWX\u221267AB",
        "QRST\uFF0D2345\uFF0DUVWX\uFF0D67AB",
        "QRST-\u200b2345-\u200bUVWX-\u200b67AB",
        "\u200eQRST-2345-\u2060UVWX-67AB\ufeff",
        "QRST-2345-\nUVWX-67AB",
        "QRST-2345-\r\n  UVWX-67AB",
        "QRST-2345\n-UVWX-67AB",
        "QRST-2345\nUVWX-67AB",
        "QRST - 2345 - UVWX - 67AB",
        "QRST\n2345\nUVWX\n67AB",
        "My code is: QRST-2345-UVWX-67AB, thank you.",
        "this code QRST 2345 UVWX 67AB that came with your mail",
        "the code\u2014QRST-2345-UVWX-67AB\u2014came today",
        "*QRST-2345-UVWX-67AB*",
        "\"QRST-2345-UVWX-67AB\"",
        "<QRST-2345-UVWX-67AB>",
        "https://mail.example/x?QRST-2345-UVWX-67AB"
      })
  void aCodeIsFoundHoweverItArrives(String typed) {
    assertThat(new CodeReader().read(typed)).contains(CODE);
    assertThat(new CodeReader().read(typed.toLowerCase(Locale.ROOT)))
        .contains(CODE.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QRST-2345-UVWX",
        "QRST, 2345, UVWX, 67AB",
        "QRST-2345.UVWX-67AB",
        "QRST-2345-UVWX-67AC",
        "QRST-2345-\u0410VWX-67AB",
        "QRST1234567890UVWX67AB",
        ""
      })
  void whatIsNoneIsNot(String typed) {
    assertThat(new CodeReader().read(typed)).doesNotContain(CODE);
  }

  @Test
  void aCodeIsFoundBelowALotOfWords() {
    String prose = "This text does have many words that four such make when they come over. ";
    assertThat(new CodeReader().read(prose.repeat(40) + "\nQRST-2345-UVWX-67AB")).contains(CODE);
  }

  @Test
  void hostileTextIsReadInBoundedTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(new CodeReader().read("ABCD ".repeat(200_000))).hasSizeLessThanOrEqualTo(40);
          assertThat(new CodeReader().read("A-".repeat(500_000))).hasSizeLessThanOrEqualTo(40);
          assertThat(new CodeReader().read("ab cd ".repeat(200_000))).hasSizeLessThanOrEqualTo(40);
        });
  }
}
