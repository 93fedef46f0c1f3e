package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import java.util.List;

/** Which lines of a text are quoted by their marks. */
final class QuoteMarks {
  private final List<QuoteLine> lines;
  private final boolean prompts;

  QuoteMarks(List<QuoteLine> lines) {
    this.lines = lines;
    this.prompts =
        lines.stream()
            .filter(line -> line.depth() > 0)
            .allMatch(line -> line.depth() == 3 && line.text().startsWith(">>> "));
  }

  /** Lines that begin with {@code >>>} only are what someone typed to a program, and copied. */
  boolean isQuoted(int at) {
    QuoteLine line = lines.get(at);
    return line.quoted() && !(prompts && line.mark() == Mark.PLAIN);
  }
}
