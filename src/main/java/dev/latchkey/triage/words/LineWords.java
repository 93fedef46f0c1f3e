package dev.latchkey.triage.words;

/**
 * Parts a line into words as its writer typed it: at blanks, which are space, tab, and the no-break
 * space that Outlook makes of a second space; every other character belongs to a word.
 */
public final class LineWords {
  private LineWords() {}

  /** The first word of a text. */
  public static String first(String text) {
    String from = strip(text);
    int end = 0;
    while (end < from.length() && !isBlank(from.charAt(end))) {
      end++;
    }
    return from.substring(0, end);
  }

  /** What stands after {@code word}, which is the first of {@code text}. */
  public static String after(String text, String word) {
    return strip(strip(text).substring(word.length()));
  }

  /** Without the blanks at both ends. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == 0xA0;
  }
}
