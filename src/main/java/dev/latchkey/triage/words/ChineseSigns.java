package dev.latchkey.triage.words;

/**
 * Chinese signs as they are compared: whoever writes in traditional ones means the same words. Of
 * Japanese, which has some of them, all that is read is folded alike.
 */
public final class ChineseSigns {
  private static final char FIRST = 0x4e00;
  private static final char LAST = 0x9fff;

  /** By the distance from the first; a sign that has no simpler form stands for itself. */
  private static final char[] SIMPLE = read();

  private ChineseSigns() {}

  /** Whether it is one of the common signs, of which there is no form but these two. */
  static boolean has(char sign) {
    return sign >= FIRST && sign <= LAST;
  }

  /** The simplified form of a sign that it has. */
  static char simplified(char sign) {
    return SIMPLE[sign - FIRST];
  }

  /** {@code text} with those that have one in their simplified form, each in its place. */
  public static String simplified(String text) {
    char[] signs = text.toCharArray();
    for (int at = 0; at < signs.length; at++) {
      signs[at] = has(signs[at]) ? simplified(signs[at]) : signs[at];
    }
    return new String(signs);
  }

  private static char[] read() {
    char[] simple = new char[LAST - FIRST + 1];
    for (int at = 0; at < simple.length; at++) {
      simple[at] = (char) (FIRST + at);
    }
    for (String line : WordList.lines(ChineseSigns.class, "traditional.txt")) {
      for (String forms : line.split(" ")) {
        forms.chars().skip(1).forEach(sign -> simple[sign - FIRST] = forms.charAt(0));
      }
    }
    return simple;
  }
}
