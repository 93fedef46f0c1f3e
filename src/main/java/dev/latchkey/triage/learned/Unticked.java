package dev.latchkey.triage.learned;

/** A box that was left empty stands before something that the writer did not say. */
final class Unticked {
  private static final String BULLETS = " \t>*+•·-";
  private static final String EMPTY = "☐□⬜❏❑◻";

  private Unticked() {}

  /** {@code text} without the lines that begin with an empty box. */
  static String removed(String text) {
    if (text.indexOf('[') < 0 && text.chars().noneMatch(sign -> EMPTY.indexOf(sign) >= 0)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline + 1;
      if (!isEmptyBox(text, from, end)) {
        kept.append(text, from, end);
      }
      from = end;
    }
    return kept.toString();
  }

  private static boolean isEmptyBox(String text, int from, int end) {
    int at = from;
    while (at < end && BULLETS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == end || EMPTY.indexOf(text.charAt(at)) >= 0) {
      return at < end;
    }
    if (text.charAt(at) != '[') {
      return false;
    }
    at++;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at < end && text.charAt(at) == ']';
  }
}
