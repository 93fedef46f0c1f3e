package dev.latchkey.triage.secret;

import com.google.re2j.Pattern;
import dev.latchkey.triage.words.TextWords;

/**
 * What a word looks like that may be a recovery code: the lengths of its groups, with the kind of
 * their signs.
 */
final class CodeShape {
  /** {@code jane-2020}: a name far more often than a code, unless a code is announced. */
  private static final String NAME_AND_YEAR = "name-year";

  private static final Pattern YEARLY = Pattern.compile("[A-Za-z]{4}-(?:19|20)[0-9]{2}");

  /** No account system makes shorter ones, or longer. */
  static final int SHORTEST = 4;

  private static final int LONGEST = 80;

  /** So many signs of base 16 are a code, a letter that looks like a digit among them. */
  private static final int HEX = 16;

  private CodeShape() {}

  /** The shape of a word; empty where it is none of a code. */
  static String of(String word) {
    if (word.length() > LONGEST || word.length() < SHORTEST) {
      return "";
    }
    StringBuilder shape = new StringBuilder();
    boolean digit = false;
    for (String group : word.split("-", -1)) {
      boolean alphanumeric =
          !group.isEmpty() && group.chars().allMatch(c -> TextWords.isAlphanumeric((char) c));
      if (!alphanumeric) {
        return "";
      }
      digit |= group.chars().anyMatch(Character::isDigit);
      shape.append(shape.isEmpty() ? "" : "-").append(group.length());
    }
    boolean groups = shape.indexOf("-") >= 0;
    if (groups && YEARLY.matcher(word).matches()) {
      return NAME_AND_YEAR;
    }
    if (groups) {
      return digit && areGroups(word) ? shape.toString() : "";
    }
    boolean number = word.chars().allMatch(Character::isDigit);
    boolean hex =
        word.length() == HEX
            ? SavedCodeSigns.isHex(word)
            : word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    boolean capitals = word.chars().noneMatch(Character::isLowerCase);
    if (number) {
      return word.length() == 4 || word.length() == 6 || word.length() >= 8
          ? "n" + word.length()
          : "";
    }
    if (!digit || word.length() < 8) {
      return "";
    }
    // Capitals and digits are the look of a code of ours, which the desk must still be able to
    // read.
    return hex ? "x" + word.length() : capitals ? "" : "a" + word.length();
  }

  /** Groups of one length from four to eight, not a date and not words with a number. */
  private static boolean areGroups(String word) {
    String[] groups = word.split("-");
    int digits = (int) word.chars().filter(Character::isDigit).count();
    for (String group : groups) {
      if (group.length() != groups[0].length() || group.length() < 4 || group.length() > 8) {
        return false;
      }
    }
    return digits >= 1 && (groups.length > 2 || digits > 1 || groups[0].length() == 5);
  }

  /** Shapes that are hardly anything else once recovery codes are spoken of. */
  static boolean isClear(String shape) {
    return shape.equals("x16") || (shape.indexOf('-') >= 0 && !shape.equals(NAME_AND_YEAR));
  }
}
