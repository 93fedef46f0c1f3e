package dev.latchkey.triage.secret;

import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds session cookies: the {@code Cookie} and {@code Set-Cookie} fields of a copied request (RFC
 * 6265 section 4), over wrapped lines, and {@code name=value} where the name is that of a session.
 */
final class CookieFinder {
  private static final int SHORTEST = 8;
  private static final int LONGEST_NAME = 100;

  private CookieFinder() {}

  static void find(String text, List<Word> words, List<SecretSpan> found) {
    int done = 0;
    for (Word word : words) {
      int sign = word.end();
      if (sign >= text.length() || sign < done || ":=".indexOf(text.charAt(sign)) < 0) {
        continue;
      }
      boolean field = word.lower().equals("cookie") && text.charAt(sign) == ':';
      if (!field && !isSession(word.lower())) {
        continue;
      }
      int start = sign + 1;
      while (start < text.length() && " \t\"'".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      int end = field ? fieldEnd(text, start) : valueEnd(text, start);
      boolean told =
          field || text.charAt(sign) == '=' || SecretValue.isRandom(text.substring(start, end));
      if (told && end - start >= SHORTEST) {
        found.add(new SecretSpan(start, end, SecretKind.SESSION_COOKIE));
        done = end;
      }
    }
  }

  /** The end of {@code a=b; c=d}; {@code start} when it is no list of cookies. */
  private static int fieldEnd(String text, int start) {
    int end = start;
    int i = start;
    boolean more = true;
    while (more) {
      int valueEnd = pairEnd(text, i);
      if (valueEnd == i) {
        break;
      }
      end = valueEnd;
      more = end < text.length() && text.charAt(end) == ';';
      i = end + 1;
      while (i < text.length() && text.charAt(i) <= ' ') {
        i++;
      }
      i = TextWords.skipQuoteMarks(text, Math.min(i, text.length()));
    }
    return end;
  }

  /** The end of a {@code name=value} or of an attribute; {@code start} when there is none. */
  private static int pairEnd(String text, int start) {
    int end = start;
    boolean equals = false;
    while ((equals || end - start < LONGEST_NAME)
        && end < text.length()
        && text.charAt(end) > ' '
        && ";\"'".indexOf(text.charAt(end)) < 0) {
      equals |= text.charAt(end) == '=';
      end++;
    }
    boolean attribute = text.startsWith("HttpOnly", start) || text.startsWith("Secure", start);
    return equals || attribute ? end : start;
  }

  /** {@code sessionid}, {@code PHPSESSID}, {@code user_session}, {@code connect.sid}. */
  private static boolean isSession(String name) {
    return name.equals("sid")
        || Stream.of(
                "session",
                "sessionid",
                "session_id",
                "sessid",
                "_sess",
                "remember_token",
                "user_id__insecure",
                "csrftoken")
            .anyMatch(name::endsWith);
  }

  /** The end of a value with a digit in it: "session: expired" is talk. */
  private static int valueEnd(String text, int start) {
    boolean digit = false;
    int end = start;
    while ((digit || end - start < LONGEST_NAME)
        && end < text.length()
        && text.charAt(end) > ' '
        && ";,\"'<>".indexOf(text.charAt(end)) < 0) {
      digit |= Character.isDigit(text.charAt(end));
      end++;
    }
    return digit ? end : start;
  }
}
