package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeTextTest {
  private static final String KEY = "\ud83d\udd11";

  @Test
  void aLineIsOneLineAndSteersNothing() {
    assertThat(SafeText.line("one\r\ntwo\tthree")).isEqualTo("one  two three");
    assertThat(SafeText.line("a\u202Eb\u0007c\uFEFFd\ud83de")).isEqualTo("abcd\uFFFDe");
    assertThat(SafeText.line("  a\nb  ", 3)).isEqualTo("a b");
  }

  @Test
  void aCutSplitsNoCharacter() {
    assertThat(SafeText.cut("x" + KEY, 2)).isEqualTo("x");
    assertThat(SafeText.cut("x" + KEY, 3)).isEqualTo("x" + KEY);
    assertThat(SafeText.cut(KEY, 0)).isEmpty();
    assertThat(SafeText.cut("", 0)).isEmpty();
  }

  @Test
  void octetsAreCountedAndCharactersStayWhole() {
    String text = "a\u00e4\u65e5" + KEY + "\ud83d";
    for (int most = 0; most < 20; most++) {
      String cut = SafeText.octets(text, most);
      byte[] octets = cut.getBytes(StandardCharsets.UTF_8);
      assertThat(octets.length).isLessThanOrEqualTo(most);
      assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(cut);
    }
    assertThat(SafeText.octets(text, 13)).isEqualTo("a\u00e4\u65e5" + KEY + "\uFFFD");
    assertThat(SafeText.octets(text, 12)).isEqualTo("a\u00e4\u65e5" + KEY);
  }
}
