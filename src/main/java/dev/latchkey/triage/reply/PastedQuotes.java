package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.reply.QuoteWords.Use;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Quotes that somebody set into their own words, and announced. */
final class PastedQuotes {
  /** Lines of a quote that somebody sets into their own words. */
  private static final int MOST_PASTED = 12;

  private static final int LONGEST_ANNOUNCEMENT = 60;

  private final List<QuoteLine> lines;
  private final QuoteMarks marks;

  PastedQuotes(List<QuoteLine> lines, QuoteMarks marks) {
    this.lines = lines;
    this.marks = marks;
  }

  /**
   * Marked lines within typed ones, below words that announce them and are no client's: a quote
   * that the writer wants to be read.
   */
  void find(Part[] parts) {
    int lastTyped = lastTyped(parts);
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!isOwnIntroduction(i)) {
        continue;
      }
      int last = i;
      while (last + 1 < lines.size() && (marks.isQuoted(last + 1) || isGapIn(last + 1))) {
        last++;
      }
      if (last > i && last - i <= MOST_PASTED && last < lastTyped) {
        Arrays.fill(parts, parts[i] == Part.QUOTED ? i : i + 1, last + 1, Part.PASTED);
      }
    }
  }

  private boolean isGapIn(int at) {
    return lines.get(at).blank() && at + 1 < lines.size() && marks.isQuoted(at + 1);
  }

  private int lastTyped(Part[] parts) {
    int last = lines.size() - 1;
    while (last >= 0 && (lines.get(last).blank() || parts[last] == Part.QUOTED)) {
      last--;
    }
    return last;
  }

  /** "You wrote:", which tells neither when nor from which address, as every client does. */
  private boolean isOwnIntroduction(int at) {
    QuoteLine line = lines.get(at);
    return line.mark() == Mark.PLAIN
        && line.depth() == 0
        && Attribution.endsInColon(line.words())
        && line.words().length() <= LONGEST_ANNOUNCEMENT
        && line.words().chars().noneMatch(c -> Character.isDigit(c) || c == '@')
        && (Attribution.of(line.words()) == Attribution.NO
            || Stream.of(line.words().split(" "))
                .anyMatch(word -> QuoteWords.ALL.has(Use.SECOND_PERSON, word)));
  }
}
