package dev.latchkey.parse.charset;

import dev.latchkey.mail.SafeText;

/**
 * Takes out of a body what people do not see but programs, terminals and databases act upon
 * (THREATS T04, O01, O05, M09); {@link SafeText} does so with a line.
 */
public final class VisibleText {
  private VisibleText() {}

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
    if (c >= ' ' && c <= '~') {
      return false;
    }
    return (SafeText.isControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f')
        || SafeText.isLoneSurrogate(text, at);
  }
}
