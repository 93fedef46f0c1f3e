package dev.latchkey.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dora",
        "dora-m_99",
        "Dora Miller",
        "dora.smith",
        "d.o.r.a",
        "дора",
        "多拉",
        "ドラ1",
        "DORA",
        "O'Hara",
        "müller.jörg",
        "v1.2"
      })
  void aNameIsSaidBack(String name) {
    assertThat(PlainName.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "evil.com", "www.evil", "click evil.co.uk now", "http://evil",
            "help@evil.com",
        "evil.com.", "APPROVE ABCDEFGH", "REJECT LK ABCD", "d\u043era", "\u03bfnline", "<b>x</b>",
        "ｅvil.com/x", "münchen.de"
      })
  void whatIsALinkOrAnOrderOrLooksLikeAnotherIsNot(String name) {
    assertThat(PlainName.is(name)).isFalse();
  }
}
