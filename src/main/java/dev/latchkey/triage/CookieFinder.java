package dev.latchkey.triage;

import dev.latchkey.triage.TextWords.Word;
import java.util.List;
import java.util.Set;

/**
 * Finds session cookies: the {@code Cookie} and {@code Set-Cookie} fields of a copied request (RFC
 * 6265), and {@code name=value} where the name is that of a session.
 */
final class CookieFinder {
  private static final Set<String> FIELDS = Set.of("cookie", "cookies");
  private static final int SHORTEST = 8;

  private CookieFinder() {}

  static void find(String text, List<Word> words, List<SecretSpan> found) {
    int done = 0;
    for (Word word : words) {
      int end = word.end();
      if (word.start() < done || end >= text.length()) {
        continue;
      }
      char sign = text.charAt(end);
      int valueEnd = 0;
      if (sign == ':' && FIELDS.contains(word.lower())) {
        valueEnd = fieldEnd(text, end + 1);
      } else if ((sign == '=' || sign == ':') && isSession(word.lower())) {
        valueEnd = valueEnd(text, end + 1);
      }
      int start = end + 1;
      while (start < valueEnd && " \t\"'".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      if (valueEnd - start >= SHORTEST) {
        found.add(new SecretSpan(start, valueEnd, SecretKind.SESSION_COOKIE));
        done = valueEnd;
      }
    }
  }

  /** The end of {@code a=b; c=d}, over wrapped lines; 0 when it is no list of cookies. */
  private static int fieldEnd(String text, int start) {
    int end = 0;
    int i = start;
    while (i < text.length()) {
      int newline = text.indexOf('\n', i);
      int lineEnd = newline < 0 ? text.length() : newline;
      int equals = text.indexOf('=', i);
      if (equals < 0 || equals > lineEnd || text.substring(i, equals).strip().indexOf(' ') >= 0) {
        break;
      }
      end = lineEnd > i && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
      boolean more = text.substring(Math.max(i, lineEnd - 3), lineEnd).strip().endsWith(";");
      boolean folded = lineEnd + 1 < text.length() && " \t".indexOf(text.charAt(lineEnd + 1)) >= 0;
      if (!more && !folded) {
        break;
      }
      i = TextWords.skipQuoteMarks(text, Math.min(text.length(), lineEnd + 1));
    }
    return end;
  }

  /** {@code sessionid}, {@code PHPSESSID}, {@code user_session}, {@code connect.sid}. */
  private static boolean isSession(String name) {
    return name.endsWith("session")
        || name.endsWith("sessionid")
        || name.endsWith("session_id")
        || name.endsWith("sessid")
        || name.endsWith("sess")
        || name.endsWith("remember_token")
        || name.equals("sid")
        || name.equals("user_id__insecure")
        || name.equals("csrftoken");
  }

  private static int valueEnd(String text, int start) {
    int from = start;
    while (from < text.length() && " \"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    boolean digit = false;
    while (end < text.length()
        && text.charAt(end) > ' '
        && ";,\"'<>".indexOf(text.charAt(end)) < 0) {
      digit |= Character.isDigit(text.charAt(end));
      end++;
    }
    return digit ? end : 0;
  }
}
