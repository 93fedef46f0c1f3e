package dev.latchkey.triage.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the full stops within a sentence: of an ordinal number before a month or another one ("3.
 * Mai", "1. 2. 2026"), and of a word that is cut short ("Nr. 5", "St. Anna", "bzw."). The words
 * stand in {@code abbreviations.txt}.
 */
final class Abbreviations {
  /** A day or a month has so many digits at most. */
  private static final int DAY = 2;

  private static final int YEAR = 4;

  /** No word is cut short to more signs. */
  private static final int LONGEST = 10;

  /** A month has fewer signs, in any language. */
  private static final int LONGEST_MONTH = 24;

  private static final Set<String> MONTHS = new HashSet<>();
  private static final Set<String> TITLES = new HashSet<>();
  private static final Set<String> NUMBERS = new HashSet<>();
  private static final Set<String> INNER = new HashSet<>();

  static {
    Map<String, List<String>> words = WordList.phrases(Abbreviations.class, "abbreviations.txt");
    MONTHS.addAll(words.getOrDefault("month", List.of()));
    TITLES.addAll(words.getOrDefault("title", List.of()));
    NUMBERS.addAll(words.getOrDefault("number", List.of()));
    INNER.addAll(words.getOrDefault("inner", List.of()));
  }

  private Abbreviations() {}

  /** Whether the full stop at {@code dot} ends no sentence. */
  static boolean isAt(String text, int dot) {
    int next = dot + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    int from = begin(text, dot);
    if (next == text.length() || next == dot + 1 || from == dot || dot - from > LONGEST) {
      return false;
    }
    char behind = text.charAt(next);
    if (Character.isDigit(text.charAt(from))) {
      return dot - from <= DAY && isDate(text, from, next);
    }
    String word = text.substring(from, dot).replace(".", "").toLowerCase(Locale.ROOT);
    return INNER.contains(word)
        || (NUMBERS.contains(word) && Character.isDigit(behind))
        || (TITLES.contains(word)
            && Character.isUpperCase(text.charAt(from))
            && Character.isUpperCase(behind));
  }

  /** Where the word begins that ends at {@code dot}; full stops within it are its own. */
  private static int begin(String text, int dot) {
    int from = dot;
    while (from > 0 && dot - from <= LONGEST && isPart(text, from - 1)) {
      from--;
    }
    return from;
  }

  private static boolean isPart(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        || (text.charAt(at) == '.' && at > 0 && Character.isLetter(text.charAt(at - 1)));
  }

  /** Whether what stands behind a number makes it a day, or a month behind a day. */
  private static boolean isDate(String text, int day, int next) {
    char[] behind =
        text.substring(next, Math.min(text.length(), next + LONGEST_MONTH)).toCharArray();
    int end = TextWords.end(behind, 0, behind.length);
    if (!Character.isDigit(behind[0])) {
      return MONTHS.contains(TextWords.lower(behind, 0, end));
    }
    boolean ordinal = end < behind.length && behind[end] == '.';
    return (end <= DAY && ordinal) || (end == YEAR && isBehindOrdinal(text, day));
  }

  private static boolean isBehindOrdinal(String text, int from) {
    int at = from - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at > 0 && text.charAt(at) == '.' && Character.isDigit(text.charAt(at - 1));
  }
}
