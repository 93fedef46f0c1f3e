package dev.latchkey.triage.reply;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text with their places, folded so that two texts can be compared: case, blanks,
 * punctuation, kinds of quote marks and dashes, composed letters and what does not show do not
 * count. A sign of a script without blanks is a word; a link is one word.
 */
final class PlacedWords {
  private static final int FIRST_BEYOND_ASCII = 0x80;

  /** From there on stand signs of sentences, and scripts that set no blank behind a link. */
  private static final int FIRST_BEYOND_LINKS = 0x2000;

  private static final List<String> LINKS = List.of("http://", "https://", "mailto:");

  private final List<Word> words = new ArrayList<>();
  private final List<Integer> firstOfLine = new ArrayList<>();

  /**
   * A word.
   *
   * @param key what it is compared by
   * @param line the line it stands on
   * @param from its first character in the line
   * @param to the character after its last one
   * @param weight how much it says: 2, and 1 for a sign that is less than a word
   */
  record Word(String key, int line, int from, int to, int weight) {
    boolean isLink() {
      return key.startsWith("link ");
    }

    boolean isPage() {
      return isLink() && key.indexOf('@') < 0;
    }
  }

  PlacedWords(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      firstOfLine.add(words.size());
      read(lines.get(i), i);
    }
    firstOfLine.add(words.size());
  }

  int size() {
    return words.size();
  }

  Word get(int at) {
    return words.get(at);
  }

  /** The number of the first word of a line, or of the next one where it has none. */
  int firstOf(int line) {
    return firstOfLine.get(line);
  }

  boolean beginsLine(int at) {
    return at == 0 || words.get(at - 1).line() != words.get(at).line();
  }

  boolean endsLine(int at) {
    return at + 1 == words.size() || words.get(at + 1).line() != words.get(at).line();
  }

  /** How many lines words stand on, empty ones between them among them. */
  int lines(int from, int to) {
    return to <= from ? 0 : get(to - 1).line() - get(from).line() + 1;
  }

  int weight(int from, int to) {
    int weight = 0;
    for (int i = from; i < to; i++) {
      weight += words.get(i).weight();
    }
    return weight;
  }

  private void read(String line, int number) {
    int at = 0;
    while (at < line.length()) {
      int c = line.codePointAt(at);
      if (isLinkAt(line, at)) {
        int end = endOfLink(line, at);
        words.add(new Word("link " + link(line.substring(at, end)), number, at, end, 2));
        at = end;
      } else if (isAlone(c)) {
        int end = at + Character.charCount(c);
        while (end < line.length()
            && Character.getType(line.charAt(end)) == Character.NON_SPACING_MARK) {
          end++;
        }
        words.add(new Word(fold(line.substring(at, end)), number, at, end, 1));
        at = end;
      } else if (Character.isLetterOrDigit(c)) {
        int end = endOfWord(line, at);
        words.add(new Word(fold(line.substring(at, end)), number, at, end, 2));
        at = end;
      } else {
        at += Character.charCount(c);
      }
    }
  }

  private static int endOfWord(String line, int from) {
    int at = from;
    while (at < line.length()) {
      int c = line.codePointAt(at);
      int type = Character.getType(c);
      boolean goesOn =
          (Character.isLetterOrDigit(c) && !isAlone(c))
              || type == Character.NON_SPACING_MARK
              || type == Character.COMBINING_SPACING_MARK
              || (type == Character.FORMAT && c >= FIRST_BEYOND_ASCII);
      if (!goesOn) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isLinkAt(String line, int at) {
    char c = line.charAt(at);
    return (c == 'h' || c == 'H' || c == 'm' || c == 'M')
        && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)))
        && LINKS.stream().anyMatch(link -> line.regionMatches(true, at, link, 0, link.length()));
  }

  private static int endOfLink(String line, int from) {
    int at = from;
    while (at < line.length()
        && line.charAt(at) > ' '
        && line.charAt(at) < FIRST_BEYOND_LINKS
        && "<>()[]\"|".indexOf(line.charAt(at)) < 0) {
      at++;
    }
    while (at > from && ".,;:!?'*_".indexOf(line.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static String link(String link) {
    String bare = link.toLowerCase(Locale.ROOT);
    for (String start : LINKS) {
      bare = bare.startsWith(start) ? bare.substring(start.length()) : bare;
    }
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** Chinese and Japanese signs, which no blank parts. */
  private static boolean isAlone(int c) {
    if (c < 0x3000) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return Character.isLetter(c)
        && (script == Character.UnicodeScript.HAN
            || script == Character.UnicodeScript.HIRAGANA
            || script == Character.UnicodeScript.KATAKANA
            || c == 'ー');
  }

  private static String fold(String word) {
    StringBuilder bare = new StringBuilder(word.length());
    boolean ascii = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      ascii &= c < FIRST_BEYOND_ASCII;
      if (c < FIRST_BEYOND_ASCII || Character.getType(c) != Character.FORMAT) {
        bare.append(c);
      }
    }
    String lower = bare.toString().toLowerCase(Locale.ROOT);
    return ascii ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }
}
