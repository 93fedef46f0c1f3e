package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.TextWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of a text without blanks, of one kind of script; Chinese and Japanese signs each stand
 * alone.
 *
 * @param word folded, without the marks around it
 * @param hash of the word
 */
record NameToken(String word, int hash, int start, int end, boolean lineStart, boolean lineEnd) {
  static final String OPENING = "\"'`“„‚‘«‹「『《〈（([{<*_";
  static final String CLOSING = "\"'`”“’‘»›」』》〉）)]}>*_";
  static final String TRAILING = ".,;:!?…。，、；：！？";

  private static final char FIRST_BEYOND_ASCII = 0x80;

  /** More of a text is not looked at. */
  private static final int MOST = 900;

  static List<NameToken> of(String text) {
    List<NameToken> tokens = new ArrayList<>();
    int at = 0;
    boolean fresh = true;
    while (at < text.length() && tokens.size() < MOST) {
      char sign = text.charAt(at);
      if (isBlank(sign)) {
        fresh |= sign == '\n';
        at++;
        continue;
      }
      int end = end(text, at);
      String word = bare(text, at, end);
      tokens.add(new NameToken(word, word.hashCode(), at, end, fresh, endsLine(text, end)));
      fresh = false;
      at = end;
    }
    return tokens;
  }

  static boolean isBlank(char sign) {
    return (sign <= ' ' || sign >= FIRST_BEYOND_ASCII)
        && (Character.isWhitespace(sign) || Character.isSpaceChar(sign));
  }

  /** Whether one of {@code marks}, none of which is a letter or digit, is {@code sign}. */
  static boolean isOneOf(String marks, char sign) {
    return !TextWords.isAlphanumeric(sign) && marks.indexOf(sign) >= 0;
  }

  /**
   * Whether it is a word of letters, small but for the first, with the end of a sentence behind.
   */
  boolean isPlainWord(String text) {
    int at = start;
    while (at < end
        && (at == start
            ? Character.isLetter(text.charAt(at))
            : Character.isLowerCase(text.charAt(at)))) {
      at++;
    }
    boolean some = at > start;
    while (at < end && isOneOf(TRAILING, text.charAt(at))) {
      at++;
    }
    return some && at == end;
  }

  /** Chinese, Japanese and Korean signs; ligatures and letters of full width are of other words. */
  static boolean isEast(char sign) {
    return TextWords.isEast(sign)
        && !(sign >= 0xfb00 && sign <= 0xff5a && Character.isLetterOrDigit(sign));
  }

  private static boolean endsLine(String text, int end) {
    int next = end;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
      next++;
    }
    return next >= text.length() || text.charAt(next) == '\n';
  }

  private static int end(String text, int start) {
    if (isEast(text.charAt(start))) {
      return start + 1;
    }
    int at = start;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if ((sign <= ' ' || sign >= FIRST_BEYOND_ASCII) && (isBlank(sign) || isEast(sign))) {
        return at;
      }
      at++;
      char next = at < text.length() ? text.charAt(at) : '/';
      boolean label = (sign == ':' || sign == '=') && next != '/';
      if (label || sign == '|' || next == '|') {
        return at;
      }
    }
    return at;
  }

  private static String bare(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end - 1 && isOneOf(OPENING, text.charAt(start))) {
      start++;
    }
    while (end > start + 1
        && (isOneOf(TRAILING, text.charAt(end - 1)) || isOneOf(CLOSING, text.charAt(end - 1)))) {
      end--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
