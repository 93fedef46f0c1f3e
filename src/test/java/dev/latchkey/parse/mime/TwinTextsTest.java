package dev.latchkey.parse.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TwinTextsTest {

  @Test
  void blanksPunctuationAndCaseDoNotMatter() {
    assertThat(TwinTexts.agree("> Hello,\n  *World*!\n--\n", "hello world")).isTrue();
  }

  @Test
  void linkTargetsAndPicturesDoNotMatter() {
    assertThat(
            TwinTexts.agree(
                "See our page <https://desk.example/a?b=c> or mail mira@mail.example"
                    + "<mailto:mira@mail.example> [cid:image001.png@01D] [image: logo.png]",
                "See our page or mail mira@mail.example"))
        .isTrue();
  }

  @Test
  void otherWordsMatter() {
    assertThat(TwinTexts.agree("Approve", "Please reject")).isFalse();
    assertThat(TwinTexts.agree("Approve", "Approve not")).isFalse();
    assertThat(TwinTexts.agree("APPR\u041EVE", "APPROVE")).isFalse();
    assertThat(TwinTexts.agree("code 123", "code 124")).isFalse();
  }

  @Test
  void aPlainTextThatOnlyPointsToTheHtmlIsUseless() {
    assertThat(
            TwinTexts.isUseless(
                "Please view this message as HTML.",
                "I lost my phone and cannot get into my account since Monday."))
        .isTrue();
    assertThat(TwinTexts.isUseless("I lost my phone.", "I lost my phone. Really.")).isFalse();
    assertThat(TwinTexts.isUseless("-- \n", "Hello")).isTrue();
  }
}
