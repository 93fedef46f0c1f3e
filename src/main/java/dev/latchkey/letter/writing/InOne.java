package dev.latchkey.letter.writing;

import java.util.List;
import java.util.Locale;

/** The bodies of letters as the body of one: whoever was greeted once is not greeted again. */
final class InOne {
  private static final String BETWEEN = "\n\n";

  private InOne() {}

  static String of(List<String> bodies) {
    StringBuilder one = new StringBuilder();
    for (String body : bodies) {
      if (one.length() == 0) {
        one.append(body);
      } else {
        one.append('\n').append(withoutGreeting(body, one.toString()));
      }
    }
    return one.toString();
  }

  /** A greeting is what both begin with; a sentence behind one may begin small. */
  private static String withoutGreeting(String body, String before) {
    int end = body.indexOf(BETWEEN);
    if (end < 0 || !before.startsWith(body.substring(0, end + BETWEEN.length()))) {
      return body;
    }
    String rest = body.substring(end + BETWEEN.length());
    int first = rest.offsetByCodePoints(0, 1);
    return rest.substring(0, first).toUpperCase(Locale.ROOT) + rest.substring(first);
  }
}
