package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What introduces quotes: lines of the form "… wrote:", and header blocks. */
final class Introductions {
  private final List<QuoteLine> lines;
  private final SentMarks sent;
  private final QuoteMarks marks;
  private final Map<Integer, QuoteCut> found = new HashMap<>();
  private int doubtFrom = Integer.MAX_VALUE;

  Introductions(SentMarks sent, QuoteMarks marks) {
    this.lines = sent.lines();
    this.sent = sent;
    this.marks = marks;
    look();
  }

  /** The first line that may be one; the highest number without such a line. */
  int doubtFrom() {
    return doubtFrom;
  }

  /** The one that begins with a line. */
  Optional<QuoteCut> at(int line) {
    if (found.containsKey(line)) {
      return Optional.of(found.get(line));
    }
    return lines.get(line).blank() ? Optional.empty() : QuoteCut.headAt(lines, line);
  }

  /**
   * A header block that mark-up sets apart as a quote, while the mail that it is the head of stands
   * below it without a mark.
   */
  Optional<HeaderBlock> headerBox(int at) {
    QuoteLine line = lines.get(at);
    if (line.mark() != Mark.QUOTE
        || line.blank()
        || sent.ours(at)
        || (at > 0 && lines.get(at - 1).mark() == Mark.QUOTE && !lines.get(at - 1).blank())) {
      return Optional.empty();
    }
    return HeaderBlock.inQuote(lines, at)
        .filter(
            block -> {
              int next = block.end() + 1;
              while (next < lines.size() && lines.get(next).blank()) {
                next++;
              }
              return next < lines.size() && !marks.isQuoted(next) && !sent.any();
            });
  }

  /** Introductions of the form "… wrote:", each at the line it begins with. */
  private void look() {
    AttributionFinder finder = new AttributionFinder(lines);
    for (int i = 0; i < lines.size(); i++) {
      AttributionFinder.Found line = finder.endingAt(i);
      boolean before = quoteFollows(i);
      if (line.reading() == Attribution.YES
          || (line.reading() == Attribution.BEFORE_QUOTE && before)) {
        found.put(line.start(), QuoteCut.introduction(line, finder.typedBefore(line)));
      } else if (line.reading() != Attribution.NO && !marks.isQuoted(i) && !sent.introduces(i)) {
        doubtFrom = Math.min(doubtFrom, i);
      }
    }
  }

  private boolean quoteFollows(int at) {
    int next = at + 1;
    while (next < lines.size()
        && lines.get(next).blank()
        && lines.get(next).depth() == 0
        && next < at + 4) {
      next++;
    }
    return next < lines.size()
        && (marks.isQuoted(next)
            || lines.get(next).hasBar()
            || !lines.get(next).initials().isEmpty());
  }
}
