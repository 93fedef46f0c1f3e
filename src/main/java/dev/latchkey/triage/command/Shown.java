package dev.latchkey.triage.command;

import dev.latchkey.mail.SafeText;
import dev.latchkey.triage.words.LineWords;

/** What a member of staff wrote, as it is said back to them: marked, and all of it visible. */
final class Shown {
  /** Enough to know a line again. */
  private static final int START = 40;

  /** Enough for a sentence. */
  private static final int SENTENCE = 160;

  private Shown() {}

  /** How a line begins. */
  static String start(String line) {
    return cut(line, START);
  }

  /** A sentence, or the first of several. */
  static String sentence(String text) {
    return cut(String.join(" ", text.lines().map(String::strip).toList()), SENTENCE);
  }

  /** A word, as it is. */
  static String whole(String word) {
    StringBuilder clean = new StringBuilder("\"");
    word.codePoints()
        .map(c -> Character.isISOControl(c) || isInvisible(c) ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.append('"').toString();
  }

  private static String cut(String line, int most) {
    String text = LineWords.strip(line);
    return whole(text.length() > most ? SafeText.cut(text, most) + "…" : text);
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
