package dev.latchkey.triage.name;

import com.google.re2j.Pattern;
import dev.latchkey.triage.form.SmallWords;

/**
 * Tells whether a word that was taken for an account's name is only what its writer is called: "my
 * account Weber is locked", and below it "Hans Weber". Whoever calls the account so means whose it
 * is far more often than what it is called. "I cannot get into my account.", and below it "Jane",
 * names no account either.
 */
public final class SignedName {
  /** "Account Weber", and not "the account is called Weber". */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?i)(?:%s)".formatted(SmallWords.of("account")));

  /** "Lena Ortiz, ". */
  private static final Pattern PERSON = Pattern.compile("\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+)+, $");

  /** No name of a person is longer, in signs. */
  private static final int LONGEST = 80;

  /** A sentence, or "Thanks,". */
  private static final String ENDS = ".!,…)";

  private SignedName() {}

  /**
   * Whether {@code name} is written like a first name, and stands nowhere in {@code text} but on a
   * last line of its own, below one that ends.
   */
  public static boolean closes(String name, String text) {
    int at = text.indexOf(name);
    if (at < 0 || !isWritten(name) || !endsLine(text, at + name.length())) {
      return false;
    }
    String above = text.substring(0, at);
    String body = above.stripTrailing();
    boolean ownLine = above.substring(body.length()).indexOf('\n') >= 0;
    boolean last = text.substring(at + name.length()).chars().noneMatch(Character::isLetter);
    return ownLine && last && !body.isEmpty() && ENDS.indexOf(body.charAt(body.length() - 1)) >= 0;
  }

  /**
   * Whether {@code name} is written like a surname, stands right behind the word for an account,
   * and ends a line of {@code text} further down behind another name.
   */
  public static boolean is(String name, String text) {
    int last = text.lastIndexOf(name);
    int first = text.indexOf(name);
    if (first == last || !isWritten(name) || !endsLine(text, last + name.length())) {
      return false;
    }
    String given = before(text, last);
    return !given.isEmpty()
        && Character.isUpperCase(given.codePointAt(0))
        && ACCOUNT.matcher(before(text, first)).matches()
        && !ACCOUNT.matcher(given).matches();
  }

  /** Whether a small word stands behind a person's name and a comma: "I am Lena Ortiz, painter". */
  public static boolean isTrade(String name, String text) {
    int at = text.indexOf(name);
    return at > 0
        && name.chars().allMatch(Character::isLowerCase)
        && PERSON.matcher(text.substring(Math.max(0, at - LONGEST), at)).find()
        && endsPart(text, at + name.length());
  }

  private static boolean isWritten(String name) {
    return Character.isUpperCase(name.codePointAt(0))
        && name.chars().skip(1).allMatch(Character::isLowerCase);
  }

  private static boolean endsPart(String text, int end) {
    return end == text.length() || ".,!\n\r".indexOf(text.charAt(end)) >= 0;
  }

  private static boolean endsLine(String text, int end) {
    int at = end;
    while (at < text.length() && ".!,".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  /** The word before a place, with one blank between; empty where there is none. */
  private static String before(String text, int at) {
    int end = at - 1;
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return end > 0 && text.charAt(end) == ' ' ? text.substring(start, end) : "";
  }
}
