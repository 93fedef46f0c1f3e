package dev.latchkey.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OurCodesTest {
  @ParameterizedTest
  @CsvSource({
    "¡Paren esto! STOP-CYQQ-ABCD-EFGH-IJKL-MNOP-QRST-KT, ¡Paren esto! […]",
    "Here is the code: UU6J-M6LR-L5AJ-64LJ, Here is the code: […]",
    "コードは ＮＵＰ６－ＱＲＡ５－ＮＦＨＬ－ＹＪＴＷ です, コードは […] です",
    "コードはNUP6－QRA5－NFHL－YJTWです, コードは[…]です",
    "voila y6n3–abcd–efgh–ijkl merci, voila […] merci",
    "Code: NUP6 QRA5 NFHL YJTW, Code: […]",
    "Code: NUP6QRA5NFHLYJTW., Code: […].",
    "aquí va: opzs cep7 iqgm vunw gracias, aquí va: […] gracias",
    "Hier: Opzs Cep7 Iqgm Vunw., Hier: […].",
    "stop-cyqq-abcd-efgh-ijkl-mnop-qrst-kt, […]"
  })
  void nobodyElseReadsACode(String written, String shown) {
    assertThat(OurCodes.blackedOut(written)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "please answer LK-1001 on 2026-11-27",
        "it was in my spam folder and then gone",
        "THIS CODE WONT WORK",
        "well-known half-done over-long last-word",
        "INTERNATIONALISE",
        "that year 2345 they came from here with less",
        "done this week when 2266 came back home"
      })
  void wordsStay(String written) {
    assertThat(OurCodes.blackedOut(written)).isEqualTo(written);
  }
}
