package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import java.util.BitSet;
import java.util.List;

/**
 * The introductions in stretches of lines that mark-up has above a quote: the last paragraph of
 * each. What stands above it was typed into the same element.
 */
final class MarkedIntroductions {
  /** Lines that one introduction may take. */
  private static final int MOST_LINES = 12;

  private MarkedIntroductions() {}

  /** Which of {@code lines} introduce a quote, each stretch looked at once. */
  static BitSet of(List<QuoteLine> lines) {
    BitSet found = new BitSet();
    int start = 0;
    while (start < lines.size()) {
      int end = start;
      while (end < lines.size() && lines.get(end).mark() == Mark.ATTRIBUTION) {
        end++;
      }
      if (end > start) {
        found.set(from(lines, start, end), end);
      }
      start = end + 1;
    }
    return found;
  }

  private static int from(List<QuoteLine> lines, int start, int end) {
    int last = end - 1;
    while (last > start && lines.get(last).blank()) {
      last--;
    }
    int from = last;
    while (from > start
        && last - from < MOST_LINES - 1
        && !lines.get(from - 1).blank()
        && Attribution.of(lines.get(from).words()) != Attribution.YES) {
      from--;
    }
    return from;
  }
}
