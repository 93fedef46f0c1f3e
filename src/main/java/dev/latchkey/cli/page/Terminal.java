package dev.latchkey.cli.page;

import dev.latchkey.mail.SafeText;

/**
 * Text from outside, made fit for a terminal: control characters, and the ones that change the
 * direction of writing, steer nothing and are shown as {@code �}.
 */
public final class Terminal {
  private Terminal() {}

  /** One line; a tab stays. */
  public static String harmless(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? 0xFFFD : c).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** One line of at most {@code length} characters, for a cell of a table. */
  public static String cell(String text, int length) {
    String line = harmless(text.replace('\t', ' ').replace('\n', ' ').replace("\r", "")).strip();
    int all = line.codePointCount(0, line.length());
    return all <= length ? line : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
  }

  private static boolean steers(int c) {
    return (SafeText.isControl(c) && c != '\t') || SafeText.isBidi(c) || c == 0x2028 || c == 0x2029;
  }
}
