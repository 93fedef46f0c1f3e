package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.List;

/** Lines that may be the beginning of a quote, and put in doubt all that is typed below them. */
final class QuoteDoubts {
  private final List<QuoteLine> lines;
  private int from = Integer.MAX_VALUE;

  QuoteDoubts(List<QuoteLine> lines) {
    this.lines = lines;
  }

  /** From a line on nobody knows. */
  void add(int line) {
    from = Math.min(from, line);
  }

  /** Puts in doubt what stands below anything that may be the beginning of a quote. */
  void spread(Part[] parts) {
    for (int i = 0; i < lines.size() && i < from; i++) {
      QuoteLine line = lines.get(i);
      boolean torn =
          line.depth() > 0
              && i > 0
              && parts[i - 1] != Part.QUOTED
              && opensBracket(lines.get(i - 1));
      boolean quoted = parts[i] == Part.QUOTED || parts[i] == Part.PASTED;
      if (torn || (!quoted && mayBeginQuote(line))) {
        add(i);
      } else if (parts[i] == Part.WRITTEN && line.hasInitials()) {
        parts[i] = Part.DOUBTFUL;
      }
    }
    for (int i = from; i < lines.size(); i++) {
      if (parts[i].typed()) {
        parts[i] = Part.DOUBTFUL;
      }
    }
  }

  private static boolean mayBeginQuote(QuoteLine line) {
    return line.isRule()
        || line.depth() > 0
        || QuoteCut.isDashed(line)
        || Attribution.isDateAndTime(line.words());
  }

  /** An address whose closing bracket stands on the next line, where it looks like a quote mark. */
  private static boolean opensBracket(QuoteLine line) {
    return line.words().contains("@") && line.words().indexOf('<') > line.words().indexOf('>');
  }
}
