package dev.latchkey.triage.secret;

import dev.latchkey.triage.words.SpelledSigns;
import java.util.List;
import java.util.Locale;

/** A recovery code as its account system knows it, out of how somebody typed it. */
public final class SavedCodeSigns {
  private static final int HEX = 16;

  private SavedCodeSigns() {}

  /**
   * The code without what parts it where it was spelled out, and with the digit in the place of the
   * letter that looks like it where all the rest is of base 16.
   */
  public static String of(String typed) {
    List<SpelledSigns.Run> runs = SpelledSigns.in(typed);
    boolean spelled =
        runs.size() == 1 && runs.get(0).start() == 0 && runs.get(0).end() == typed.length();
    String signs = spelled ? runs.get(0).signs() : typed;
    return signs.length() == HEX && isHex(signs) ? digits(signs) : signs;
  }

  /** Whether all of it is of base 16, but for letters that look like a digit. */
  static boolean isHex(String word) {
    String read = digits(word);
    return read.chars().allMatch(c -> Character.digit(c, 16) >= 0)
        && word.chars().filter(Character::isDigit).count() > 1;
  }

  private static String digits(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.matches("[0-9a-f]*") ? word : word.replaceAll("[oO]", "0").replaceAll("[lI]", "1");
  }
}
