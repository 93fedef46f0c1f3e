package dev.latchkey.letter;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blacks codes and stop words of ours out of what people wrote, before anybody else reads it: a
 * code is for the one who got it. People and programs change codes on their way, so full-width
 * letters, dashes of any kind and blanks between the groups are seen through. Without dashes only
 * capitals with a digit among them are taken for a code, since words of a language have neither,
 * and small letters where a group of four holds both.
 */
public final class OurCodes {
  private static final char FIRST_BEYOND_ASCII = 0x80;
  private static final String BLACK = "[…]";
  private static final char FULL_WIDTH = '\uFF01';
  private static final char FULL_WIDTH_END = '\uFF5E';
  private static final int TO_ASCII = 0xFEE0;

  /** Signs of the shortest code that stands in one piece. */
  private static final int SHORTEST = 16;

  /** Signs of a group; the last one of a code may have fewer. */
  private static final int GROUP = 4;

  /** Whole groups in front of the last one. */
  private static final int FEWEST_GROUPS = 3;

  /** Signs that stand apart in front of the last one. */
  private static final int FEWEST_APART = 12;

  /** A dash between blanks. */
  private static final int LONGEST_GAP = 3;

  /** Four groups at least, as many as a stop word has with its first part at most. */
  private static final Pattern GROUPS =
      Pattern.compile("(?i)(?<![A-Z0-9])(?:[A-Z0-9]{4}\\s?-\\s?){3,7}[A-Z0-9]{1,4}(?![A-Z0-9])");

  private static final Pattern RUN =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?:[A-Z2-7]{4}\\s){3,7}[A-Z2-7]{1,4}|[A-Z2-7]{16}|[A-Z2-7]{26,30})"
              + "(?![A-Za-z0-9])");

  private static final Pattern SMALL =
      Pattern.compile("(?i)(?<![A-Z0-9])(?:[A-Z2-7]{4}\\s){3,7}[A-Z2-7]{1,4}(?![A-Z0-9])");

  /** Sign by sign. */
  private static final Pattern APART =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:[A-Za-z0-9][ ,.;-]{1,2}+){12,30}+[A-Za-z0-9](?![A-Za-z0-9])");

  private static final Predicate<String> DIGIT = Pattern.compile("[2-7]").asPredicate();

  /** A letter beside a digit. */
  private static final Predicate<String> MIXED =
      Pattern.compile("(?i)[A-Z][2-7]|[2-7][A-Z]").asPredicate();

  private OurCodes() {}

  /** The text with "[…]" in the place of each. */
  public static String blackedOut(String words) {
    String folded = folded(words);
    if (!mayHold(folded)) {
      return words;
    }
    Both text = without(GROUPS, code -> true, new Both(words, folded));
    Both less = without(APART, code -> true, without(RUN, DIGIT, text));
    return without(SMALL, MIXED, less).shown();
  }

  /**
   * Whether any pattern may find something: most texts hold no run of letters and digits as long as
   * a whole code, nor a row of them as long as its groups.
   */
  private static boolean mayHold(String folded) {
    int length = 0;
    int gap = 0;
    int fours = 0;
    int ones = 0;
    boolean marked = false;
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : ' ';
      if (isAlphanumeric(c)) {
        length++;
        gap = 0;
        marked |= c <= '9';
        continue;
      }
      if (length > 0) {
        boolean grouped = fours >= FEWEST_GROUPS && length <= GROUP && marked;
        boolean apart = ones >= FEWEST_APART && length == 1;
        if (length >= SHORTEST || grouped || apart) {
          return true;
        }
        fours = length == GROUP ? fours + 1 : 0;
        ones = length == 1 ? ones + 1 : 0;
        marked &= fours > 0;
        length = 0;
      }
      marked |= c == '-';
      gap++;
      fours = gap > LONGEST_GAP ? 0 : fours;
    }
    return false;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** A text, and the same with as many characters as it is searched. */
  private record Both(String shown, String folded) {}

  /** Without what a pattern finds and {@code isCode} takes for one. */
  private static Both without(Pattern pattern, Predicate<String> isCode, Both text) {
    Matcher found = pattern.matcher(text.folded());
    StringBuilder shown = new StringBuilder();
    StringBuilder folded = new StringBuilder();
    int from = 0;
    while (found.find()) {
      boolean code = isCode.test(found.group());
      String kept = text.shown().substring(from, code ? found.start() : found.end());
      shown.append(kept).append(code ? BLACK : "");
      folded
          .append(text.folded(), from, code ? found.start() : found.end())
          .append(code ? BLACK : "");
      from = found.end();
    }
    shown.append(text.shown().substring(from));
    folded.append(text.folded().substring(from));
    return new Both(shown.toString(), folded.toString());
  }

  /** Character by character, so that every place stays the same. */
  private static String folded(String words) {
    int first = 0;
    while (first < words.length() && words.charAt(first) < FIRST_BEYOND_ASCII) {
      first++;
    }
    if (first == words.length()) {
      return words;
    }
    StringBuilder folded = new StringBuilder(words.length()).append(words, 0, first);
    for (int i = first; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c >= FULL_WIDTH && c <= FULL_WIDTH_END) {
        folded.append((char) (c - TO_ASCII));
      } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == 'ー') {
        folded.append('-');
      } else {
        folded.append(c != '\n' && Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    return folded.toString();
  }
}
