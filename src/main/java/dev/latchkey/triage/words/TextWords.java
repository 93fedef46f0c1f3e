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

  private static final int FIRST_EAST = 0x2e80;

  /** Letters, digits and {@code _} of ASCII. */
  private static final boolean[] ASCII = new boolean[FIRST_BEYOND_ASCII];

  static {
    for (char c = 0; c < FIRST_BEYOND_ASCII; c++) {
      ASCII[c] = isAlphanumeric(c) || c == '_';
    }
  }

  private TextWords() {}

  /** All words, in order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    char[] signs = text.toCharArray();
    int i = 0;
    while (i < signs.length) {
      int end = end(signs, i, signs.length);
      if (end > i) {
        words.add(new Word(i, end, lower(signs, i, end)));
      }
      i = Math.max(end, i + 1);
    }
    return words;
  }

  /** Where the word ends that begins at {@code start}; there, where none does. */
  static int end(char[] signs, int start, int most) {
    boolean unspaced = isUnspaced(signs[start]);
    int end = start;
    while (end < most) {
      char c = signs[end];
      if (c < FIRST_BEYOND_ASCII
          ? unspaced || !ASCII[c]
          : !isPart(c) || isUnspaced(c) != unspaced) {
        break;
      }
      end++;
    }
    return end;
  }

  /** A word in lower case, character by character, so that every place stays what it is. */
  static String lower(char[] signs, int start, int end) {
    int i = start;
    while (i < end && lower(signs[i]) == signs[i]) {
      i++;
    }
    if (i == end) {
      return new String(signs, start, end - start);
    }
    char[] lower = new char[end - start];
    for (int at = start; at < end; at++) {
      lower[at - start] = lower(signs[at]);
    }
    return new String(lower);
  }

  /** A sign in lower case, which is one sign again. */
  static char lower(char c) {
    return c >= FIRST_BEYOND_ASCII || (c >= 'A' && c <= 'Z') ? Character.toLowerCase(c) : c;
  }

  /** Whether a sign beyond ASCII belongs to a word. */
  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a character is of a script that is written without blanks, or with glued particles. */
  public static boolean isUnspaced(char c) {
    return c >= 0x0E00
        && (c < 0x0E80 || (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0));
  }

  /** Whether it is of the signs of Chinese and Japanese, their punctuation included, or behind. */
  public static boolean isEast(int sign) {
    return sign >= FIRST_EAST;
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
