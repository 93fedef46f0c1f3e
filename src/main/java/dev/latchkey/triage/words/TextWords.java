package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text with their places: runs of letters, digits and {@code _}. A word ends where a
 * script without blanks meets another.
 */
public final class TextWords {

  /**
   * A word.
   *
   * @param lower in lower case
   */
  public record Word(int start, int end, String lower) {}

  private static final char FIRST_BEYOND_ASCII = 0x80;

  private TextWords() {}

  /** All words, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    char[] lower = lowerCase(text);
    int i = 0;
    while (i < text.length()) {
      boolean unspaced = isUnspaced(text.charAt(i));
      int end = i;
      while (end < text.length()
          && isPart(text.charAt(end))
          && isUnspaced(text.charAt(end)) == unspaced) {
        end++;
      }
      if (end > i) {
        words.add(new Word(i, end, new String(lower, i, end - i)));
      }
      i = Math.max(end, i + 1);
    }
    return words;
  }

  /** Character by character, so that every place stays what it is. */
  private static char[] lowerCase(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      char c = lower[i];
      if (c >= FIRST_BEYOND_ASCII || (c >= 'A' && c <= 'Z')) {
        lower[i] = Character.toLowerCase(c);
      }
    }
    return lower;
  }

  private static boolean isPart(char c) {
    return c < FIRST_BEYOND_ASCII
        ? isAlphanumeric(c) || c == '_'
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a character is of a script that is written without blanks, or with glued particles. */
  public static boolean isUnspaced(char c) {
    return c >= 0x0E00
        && (c < 0x0E80 || (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0));
  }

  /** Whether it is a digit or a Latin letter of ASCII. */
  public static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The place after the {@code >} marks and blanks that a quote puts before a line. */
  public static int skipQuoteMarks(String text, int lineStart) {
    int i = lineStart;
    while (i < text.length() && "> |\t\u00A0".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
