package dev.latchkey.parse.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * What whoever sends an invitation wrote into it (RFC 5545, RFC 5546): its description and
 * comments, and of an answer to an invitation the comments alone, for the description is the
 * other's.
 */
final class CalendarText {
  private static final Set<String> ENTRIES = Set.of("VEVENT", "VTODO", "VJOURNAL");
  private static final Set<String> OF_ANSWERS = Set.of("REPLY", "CANCEL", "REFRESH");

  private CalendarText() {}

  static String plain(String text) {
    StringBuilder words = new StringBuilder();
    Deque<String> within = new ArrayDeque<>();
    boolean answer = false;
    String unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    for (String line : unfolded.split("\n", -1)) {
      int colon = colon(line);
      if (colon < 0) {
        continue;
      }
      String value = line.substring(colon + 1).strip();
      switch (name(line.substring(0, colon))) {
        case "BEGIN" -> within.push(value.toUpperCase(Locale.ROOT));
        case "END" -> within.poll();
        case "METHOD" -> answer = OF_ANSWERS.contains(value.toUpperCase(Locale.ROOT));
        case "DESCRIPTION" -> add(words, value, within, !answer);
        case "COMMENT" -> add(words, value, within, true);
        default -> {
          // When and where it is, and who is invited.
        }
      }
    }
    return words.toString();
  }

  /** An alarm in an entry has a description as well, which a program writes. */
  private static void add(StringBuilder words, String value, Deque<String> within, boolean theirs) {
    if (theirs && within.peek() != null && ENTRIES.contains(within.peek()) && !value.isBlank()) {
      words.append(unescaped(value)).append('\n');
    }
  }

  /** The first that stands in no quoted parameter. */
  private static int colon(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ':' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static String name(String property) {
    int parameters = property.indexOf(';');
    return (parameters < 0 ? property : property.substring(0, parameters))
        .strip()
        .toUpperCase(Locale.ROOT);
  }

  private static String unescaped(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        char next = value.charAt(i);
        out.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
