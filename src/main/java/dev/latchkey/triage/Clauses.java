package dev.latchkey.triage;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut where one thought ends: at the end of a sentence, a paragraph or a list item. A single
 * line break counts only below a short line, because mail is wrapped.
 */
final class Clauses {
  private static final Pattern LINKS =
      Pattern.compile("(?i)\\bhttps?://[^\\s)>\\]]+|[^\\s@<(\\[]+@[^\\s@]+\\.[^\\s@>)\\]]+");
  private static final Pattern ENDS =
      Pattern.compile("[.!?;]+(?:[\\s\"')*`]|$)|[。！？；\u2026]+|\\.{2,}");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*•+–]|\\d{1,2}[.)])\\s.*");

  /** A shorter line was ended by its writer, a longer one perhaps by the mail client. */
  private static final int WRAPPED = 50;

  private Clauses() {}

  /** The clauses of {@code text}; addresses and links are left out, their words mean nothing. */
  static List<String> of(String text) {
    List<String> clauses = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank() || ITEM.matches(line)) {
        close(open, clauses);
      }
      open.append(LINKS.matcher(line).replaceAll(" ")).append('\n');
      if (line.strip().length() < WRAPPED) {
        close(open, clauses);
      }
    }
    close(open, clauses);
    return clauses;
  }

  private static void close(StringBuilder open, List<String> clauses) {
    for (String clause : ENDS.split(open.toString())) {
      if (!clause.isBlank()) {
        clauses.add(clause.strip());
      }
    }
    open.setLength(0);
  }
}
