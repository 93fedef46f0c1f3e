package dev.latchkey.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenMakerTest {
  private final TokenMaker tokens = new TokenMaker(new Random(1));

  @Test
  void tokensAndCodesHaveTheirAlphabetAndLength() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(tokens.replyToken()).matches("[a-z2-7]{26}").satisfies(seen::add);
      assertThat(tokens.code(13)).matches("[A-Z2-7]{13}");
    }
    assertThat(seen).hasSize(1000);
    assertThatIllegalArgumentException().isThrownBy(() -> tokens.code(0));
  }

  @Test
  void hashIsThatOfTheNormalisedText() {
    byte[] expected = TokenMaker.hash("KQ7MTRWX");

    assertThat(TokenMaker.hash(" kq7m-TRWX\t")).isEqualTo(expected);
    assertThat(TokenMaker.hash("kq 7m\u00A0tr wx\r\n")).isEqualTo(expected);
    assertThat(HexFormat.of().formatHex(TokenMaker.hash("abc")))
        .isEqualTo("b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78");
  }

  @Test
  void lettersOutsideAsciiNeverBecomeLettersInside() {
    assertThat(TokenMaker.hash("\u017F")).isNotEqualTo(TokenMaker.hash("S"));
    assertThat(TokenMaker.hash("\u212A")).isNotEqualTo(TokenMaker.hash("K"));
    assertThat(TokenMaker.hash("\u0131")).isNotEqualTo(TokenMaker.hash("I"));
  }

  @Test
  void hashValueMatchesItsCodeOnly() {
    HashValue hash = HashValue.of("KQ7MTRWX");

    assertThat(hash.matches("kq7m-trwx")).isTrue();
    assertThat(hash.matches("KQ7MTRWY")).isFalse();
    assertThat(hash.matches("")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new HashValue("00"));
    assertThatIllegalArgumentException().isThrownBy(() -> new HashValue("AB".repeat(32)));
  }
}
