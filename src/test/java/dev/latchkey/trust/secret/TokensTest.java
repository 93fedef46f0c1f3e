package dev.latchkey.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {
  private final Tokens tokens = new Tokens(new Random(1));

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
    byte[] expected = Tokens.hash("KQ7MTRWX");

    assertThat(Tokens.hash(" kq7m-TRWX\t")).isEqualTo(expected);
    assertThat(Tokens.hash("kq 7m\u00A0tr wx\r\n")).isEqualTo(expected);
    assertThat(HexFormat.of().formatHex(Tokens.hash("abc")))
        .isEqualTo("b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78");
  }

  @Test
  void lettersOutsideAsciiNeverBecomeLettersInside() {
    assertThat(Tokens.hash("\u017F")).isNotEqualTo(Tokens.hash("S"));
    assertThat(Tokens.hash("\u212A")).isNotEqualTo(Tokens.hash("K"));
    assertThat(Tokens.hash("\u0131")).isNotEqualTo(Tokens.hash("I"));
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
