package dev.latchkey.parse.charset;

/**
 * Takes out of a text what people do not see but programs, terminals and databases act upon
 * (THREATS T04, O01, O05, M09).
 */
public final class VisibleText {
  private VisibleText() {}

  /**
   * One line: line ends and tabs become blanks; control and bidirectional control characters, byte
   * order marks and unpaired surrogates go.
   */
  public static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        out.append(' ');
      } else if (isLoneSurrogate(text, i)) {
        out.append('\uFFFD');
      } else if (!isControl(c) && !isBidi(c) && c != '\uFEFF') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Many lines: control characters other than line ends and tabs become U+FFFD. */
  public static String body(String text) {
    int bad = 0;
    while (bad < text.length() && !isBad(text, bad)) {
      bad++;
    }
    if (bad == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = bad; i < text.length(); i++) {
      if (isBad(text, i)) {
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out.toString();
  }

  private static boolean isBad(String text, int at) {
    char c = text.charAt(at);
    return (isControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f')
        || isLoneSurrogate(text, at);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  static boolean isControl(char c) {
    return c < ' ' || (c >= 0x7F && c < 0xA0);
  }

  /** The characters that turn the direction of what follows (UAX 9). */
  static boolean isBidi(char c) {
    return (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u061C';
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
