package dev.latchkey.triage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as words that can be compared: lower case, without accents, {@code don't} as {@code dont}.
 *
 * <p>Chinese, Japanese and Korean are written without spaces between words, so there each sign is a
 * word of its own.
 */
final class Words {
  /** What stays attached in front of an apostrophe; in French and Italian it separates. */
  private static final Set<String> ENGLISH_ENDINGS = Set.of("t", "s", "m", "d", "re", "ve", "ll");

  /** Kept, because it says where one thing ends and another begins. */
  private static final String COMMA = ",";

  /** Longer "words" are data. */
  private static final int LONGEST = 40;

  private Words() {}

  /** The words of {@code text}, in order. */
  static List<String> of(String text) {
    String plain = fold(text).replace("&", " and ");
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      int end = wordEnd(plain, at);
      if (end == at) {
        if (isComma(plain.charAt(at))) {
          words.add(COMMA);
        }
        at += Character.charCount(plain.codePointAt(at));
        continue;
      }
      int next = end;
      StringBuilder word = new StringBuilder(plain.substring(at, end));
      if (end + 1 < plain.length() && isApostrophe(plain.charAt(end))) {
        int endingEnd = wordEnd(plain, end + 1);
        String ending = plain.substring(end + 1, endingEnd);
        if (ENGLISH_ENDINGS.contains(ending)) {
          word.append(ending);
          next = endingEnd;
        }
      }
      if (next < plain.length() && plain.charAt(next) == '*') {
        word.append('*');
        next++;
      }
      words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word.toString());
      at = next;
    }
    return words;
  }

  /** The words of {@code text} with one blank between them: equal for texts that read the same. */
  static String key(String text) {
    return of(text).stream()
        .filter(word -> !word.equals(COMMA))
        .map(word -> word.replace("*", ""))
        .collect(Collectors.joining(" "));
  }

  private static String fold(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
        .filter(sign -> Character.getType(sign) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      if (!Character.isLetterOrDigit(sign)) {
        return at;
      }
      if (isOwnWord(sign)) {
        return at == from ? at + Character.charCount(sign) : at;
      }
      at += Character.charCount(sign);
    }
    return at;
  }

  private static boolean isOwnWord(int sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }

  private static boolean isComma(char sign) {
    return ",:()\u3001\uff0c".indexOf(sign) >= 0;
  }

  /** A semicolon is the apostrophe's neighbour on a keyboard: {@code can;t}. */
  private static boolean isApostrophe(char sign) {
    return sign == '\''
        || sign == '\u2019'
        || sign == '\u2018'
        || sign == '`'
        || sign == ';'
        || sign == '\u00b4';
  }
}
