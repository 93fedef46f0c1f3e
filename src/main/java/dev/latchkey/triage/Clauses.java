package dev.latchkey.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut where one thought ends: at the end of a sentence, a paragraph or a list item. A single
 * line break counts only below a short line, because mail is wrapped.
 */
final class Clauses {
  private static final String ENDS = ".!?;";
  private static final String ALWAYS_ENDS = "。！？；…";
  private static final String BEHIND_END = "\"')*`";

  /** A shorter line was ended by its writer, a longer one perhaps by the mail client. */
  private static final int WRAPPED = 50;

  private Clauses() {}

  /** The clauses of {@code text}; addresses and links are left out, their words mean nothing. */
  static List<String> of(String text) {
    List<String> clauses = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank() || isItem(line.strip())) {
        close(open, clauses);
      }
      boolean links = line.indexOf('@') >= 0 || line.contains("://");
      open.append(links ? withoutLinks(line) : line).append('\n');
      if (line.strip().length() < WRAPPED) {
        close(open, clauses);
      }
    }
    close(open, clauses);
    return clauses;
  }

  private static String withoutLinks(String line) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && !isEdge(line.charAt(end))) {
        end++;
      }
      String run = line.substring(at, end);
      boolean link = run.contains("://") || (run.indexOf('@') > 0 && run.indexOf('.') > 0);
      kept.append(link ? " " : run);
      if (end < line.length()) {
        kept.append(line.charAt(end));
      }
      at = end + 1;
    }
    return kept.toString();
  }

  private static boolean isEdge(char sign) {
    return Character.isWhitespace(sign) || "<>()[]".indexOf(sign) >= 0;
  }

  /** Whether {@code line} begins with a bullet or a number of a list. */
  private static boolean isItem(String line) {
    int at = 0;
    while (at < line.length() && at < 2 && Character.isDigit(line.charAt(at))) {
      at++;
    }
    String marks = at > 0 ? ".)" : "-*•+–";
    return line.length() > at + 1
        && marks.indexOf(line.charAt(at)) >= 0
        && line.charAt(at + 1) == ' ';
  }

  private static void close(StringBuilder open, List<String> clauses) {
    int from = 0;
    for (int at = 0; at < open.length(); at++) {
      if (isEnd(open, at)) {
        add(open.substring(from, at), clauses);
        from = at + 1;
      }
    }
    add(open.substring(from), clauses);
    open.setLength(0);
  }

  private static boolean isEnd(CharSequence text, int at) {
    char sign = text.charAt(at);
    if (ALWAYS_ENDS.indexOf(sign) >= 0) {
      return true;
    }
    if (ENDS.indexOf(sign) < 0) {
      return false;
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return Character.isWhitespace(next) || BEHIND_END.indexOf(next) >= 0 || ENDS.indexOf(next) >= 0;
  }

  private static void add(String clause, List<String> clauses) {
    if (!clause.isBlank()) {
      clauses.add(clause.strip());
    }
  }
}
