package dev.latchkey.triage.mark;

import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases that machines use, out of a word list. Phrases and texts are compared in the form of
 * {@link #plain}.
 */
public final class Phrases {
  /** Above it are scripts that are written without blanks between words. */
  private static final char FIRST_UNSPACED = 0x0E00;

  private final List<String> phrases;
  private final Map<Character, List<String>> byFirst;

  private Phrases(List<String> phrases) {
    this.phrases = phrases;
    this.byFirst = phrases.stream().collect(Collectors.groupingBy(phrase -> phrase.charAt(0)));
  }

  /** Reads a word list that lies beside {@code owner}. */
  public static Phrases load(Class<?> owner, String file) {
    return new Phrases(
        WordList.lines(owner, file).stream().map(Phrases::plain).distinct().toList());
  }

  /** Whether {@code plain} begins with one of them, as whole words. */
  public boolean begin(String plain) {
    return startOf(plain).anyMatch(phrase -> endsWord(plain, phrase.length()));
  }

  /** Whether {@code plain} begins with one of them and goes on with punctuation or not at all. */
  public boolean head(String plain) {
    return startOf(plain).anyMatch(phrase -> endsHead(plain, phrase.length()));
  }

  /** Whether one of them stands anywhere in {@code plain}. */
  public boolean occurIn(String plain) {
    return phrases.stream().anyMatch(plain::contains);
  }

  private Stream<String> startOf(String plain) {
    return plain.isEmpty()
        ? Stream.empty()
        : byFirst.getOrDefault(plain.charAt(0), List.of()).stream().filter(plain::startsWith);
  }

  /** Lower case, typographic quotes straight, each run of blanks one space, none at the ends. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = straight(lower.charAt(i));
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!blank) {
        plain.append(c);
      } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().stripTrailing();
  }

  private static char straight(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02BC', '`' -> '\'';
      case '\u201C', '\u201D', '\u201E' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      default -> c;
    };
  }

  private static boolean endsWord(String plain, int end) {
    return end == plain.length()
        || !Character.isLetterOrDigit(plain.charAt(end))
        || !Character.isLetterOrDigit(plain.charAt(end - 1))
        || plain.charAt(end) >= FIRST_UNSPACED;
  }

  private static boolean endsHead(String plain, int end) {
    int next = end < plain.length() && plain.charAt(end) == ' ' ? end + 1 : end;
    return next == plain.length()
        || !Character.isLetterOrDigit(plain.codePointAt(next))
        || (end > 0 && !Character.isLetterOrDigit(plain.charAt(end - 1)));
  }
}
