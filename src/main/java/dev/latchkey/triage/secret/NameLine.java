package dev.latchkey.triage.secret;

/**
 * A line in which words for an account's name stand, with what is asked of it once for all of those
 * words, however many there are and however long it is.
 */
final class NameLine {
  /** Before the first. */
  static final NameLine NONE = new NameLine("", -1, -1);

  /** Signs that ask for what stands below. */
  private static final String ASKING = ":?\uFF1A\uFF1F\u3002";

  private final int start;
  private final int end;

  /** The place of the last sign that asks; before the line without any. */
  private final int lastAsking;

  /** The place of the last sign that is no blank; before the line without any. */
  private final int lastSign;

  private final String number;
  private final int numberEnd;
  private boolean lookedBelow;

  private NameLine(String text, int start, int end) {
    this.start = start;
    this.end = end;
    int asking = end - 1;
    while (asking >= start && asking >= 0 && ASKING.indexOf(text.charAt(asking)) < 0) {
      asking--;
    }
    this.lastAsking = asking;
    int sign = end - 1;
    while (sign >= start && sign >= 0 && Character.isWhitespace(text.charAt(sign))) {
      sign--;
    }
    this.lastSign = sign;
    String line = start < 0 ? "" : text.substring(start, end);
    this.number = AccountNameFinder.number(line);
    this.numberEnd = number.isEmpty() ? end : start + line.indexOf(number) + number.length() + 1;
  }

  /** The line around {@code place}. */
  static NameLine of(String text, int place) {
    return new NameLine(text, text.lastIndexOf('\n', place - 1) + 1, end(text, place));
  }

  /** Where the line ends in which {@code from} stands. */
  static int end(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether something is asked behind {@code place}, or nothing said. */
  boolean mayLeadDown(int place) {
    return lastAsking >= place || lastSign < place;
  }

  /** The number that it begins with, if that stands before {@code place}; else nothing. */
  String numberBefore(int place) {
    return numberEnd <= place ? number : "";
  }

  /** Whether somebody looked at the lines below it. */
  boolean lookedBelow() {
    return lookedBelow;
  }

  void lookBelow() {
    lookedBelow = true;
  }
}
