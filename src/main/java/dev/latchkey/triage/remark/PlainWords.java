package dev.latchkey.triage.remark;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs of letters and digits, in small letters and without apostrophes; emoji are no words. */
final class PlainWords {
  /** A sign that is shown as a picture, although it is a letter: ℹ️, ™️. */
  private static final Pattern PICTURED = Pattern.compile("[^0-9#*]\\x{FE0F}");

  private static final char AS_PICTURE = '\uFE0F';

  /** What stands between two words. */
  private static final java.util.regex.Pattern BETWEEN =
      java.util.regex.Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private PlainWords() {}

  static Stream<String> of(String text) {
    return text.lines().flatMap(PlainWords::ofLine);
  }

  private static Stream<String> ofLine(String line) {
    String unpictured =
        line.indexOf(AS_PICTURE) < 0 ? line : PICTURED.matcher(line).replaceAll(" ");
    return BETWEEN
        .splitAsStream(unpictured.toLowerCase(Locale.ROOT).replace("'", "").replace("’", ""))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit));
  }
}
