package dev.latchkey.letter.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The bodies of letters as the body of one: whoever was greeted once is not greeted again, and
 * reads no paragraph twice.
 */
final class InOne {
  private static final String BETWEEN = "\n\n";

  /** A greeting in the middle is no longer, in signs. */
  private static final int GREETING = 12;

  private InOne() {}

  static String of(List<String> bodies) {
    StringBuilder one = new StringBuilder();
    Set<String> read = new HashSet<>();
    for (String body : bodies) {
      boolean first = one.length() == 0;
      String more = first ? body : withoutGreeting(body, one.toString());
      List<String> news = new ArrayList<>();
      for (String paragraph : paragraphs(more)) {
        if (read.add(paragraph.strip()) || first) {
          news.add(paragraph);
        }
      }
      if (!news.isEmpty()) {
        one.append(first ? "" : "\n").append(String.join(BETWEEN, news).stripTrailing());
        one.append('\n');
      }
    }
    return one.toString();
  }

  private static List<String> paragraphs(String body) {
    List<String> paragraphs = new ArrayList<>();
    int from = 0;
    for (int to = body.indexOf(BETWEEN); to >= 0; to = body.indexOf(BETWEEN, from)) {
      paragraphs.add(body.substring(from, to));
      from = to + BETWEEN.length();
    }
    paragraphs.add(body.substring(from));
    return paragraphs;
  }

  /** A greeting is what both begin with, or a few signs; a sentence behind one may begin small. */
  private static String withoutGreeting(String body, String before) {
    int end = body.indexOf(BETWEEN);
    if (end < 0) {
      return body;
    }
    String rest = body.substring(end + BETWEEN.length());
    boolean same = before.startsWith(body.substring(0, end + BETWEEN.length()));
    // A few signs above what is set in are its heading: "You asked:".
    if (!same && (end > GREETING || Character.isWhitespace(rest.codePointAt(0)))) {
      return body;
    }
    int first = rest.offsetByCodePoints(0, 1);
    return rest.substring(0, first).toUpperCase(Locale.ROOT) + rest.substring(first);
  }
}
