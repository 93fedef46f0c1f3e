package dev.latchkey.triage.words;

/** The marks by which a question is told, of the West and of the East. */
public final class QuestionMark {
  private QuestionMark() {}

  /** Whether one stands anywhere in {@code text}: something is asked. */
  public static boolean isIn(String text) {
    return text.indexOf('?') >= 0 || text.indexOf('？') >= 0;
  }

  /** Whether {@code text} goes on with one at {@code at}, which may be its end. */
  public static boolean isAt(String text, int at) {
    return at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '？');
  }
}
