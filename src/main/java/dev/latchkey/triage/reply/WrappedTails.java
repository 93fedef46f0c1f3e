package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.List;
import java.util.Set;

/**
 * Lines that a wrap broke off the quoted line above them, and that bear no mark for it. Where a
 * letter of ours misses nothing they were typed.
 */
final class WrappedTails {
  /** Clients wrap at 65 to 80 characters: what follows a shorter line was not wrapped off it. */
  private static final int WRAPPED = 58;

  /** What a wrap breaks off again and again is no answer. */
  private static final int SEVERAL_TAILS = 2;

  private static final int LONGEST_TAIL = 40;
  private static final char FIRST_WIDE = 0x2e80;

  private final List<QuoteLine> lines;
  private final SentMarks sent;
  private final QuoteMarks marks;
  private int tails = -1;

  WrappedTails(SentMarks sent, QuoteMarks marks) {
    this.lines = sent.lines();
    this.sent = sent;
    this.marks = marks;
  }

  /** Takes out lines that a wrap broke off the quoted line above them. */
  void find(Part[] parts, Set<String> why) {
    for (int i = 1; i < lines.size(); i++) {
      if (sent.inserted(i)) {
        continue;
      }
      boolean below = lines.get(i - 1).depth() > 0 && lines.get(i - 1).mark() == Mark.PLAIN;
      if (parts[i] != Part.WRITTEN
          || lines.get(i).blank()
          || !below
          || parts[i - 1] != Part.QUOTED) {
        continue;
      }
      if (isSpill(i)) {
        parts[i] = Part.QUOTED;
        why.add("wrapped off a quoted line");
      } else {
        for (int j = i;
            j < lines.size() && !lines.get(j).blank() && parts[j] == Part.WRITTEN;
            j++) {
          parts[j] = Part.DOUBTFUL;
        }
      }
    }
  }

  private boolean isSpill(int i) {
    QuoteLine above = lines.get(i - 1);
    String words = lines.get(i).words();
    boolean quoteBelow = i + 1 < lines.size() && marks.isQuoted(i + 1);
    if (!quoteBelow || above.blank()) {
      return quoteBelow && isLinkEnd(words);
    }
    boolean upper = Character.isUpperCase(words.codePointAt(0));
    return isLinkEnd(words) || (isCutOff(above) && (!upper || tails() >= SEVERAL_TAILS));
  }

  /** Whether a line is as long as a wrapped one and ends no sentence. */
  private static boolean isCutOff(QuoteLine line) {
    String words = line.words();
    return width(line.text()) >= WRAPPED
        && ".!?:。！？：…".indexOf(words.charAt(words.length() - 1)) < 0;
  }

  /** Columns of a text; a sign of Chinese, Japanese and Korean has two. */
  private static int width(String text) {
    int wide = 0;
    for (int i = 0; i < text.length(); i++) {
      wide += text.charAt(i) >= FIRST_WIDE ? 1 : 0;
    }
    return text.length() + wide;
  }

  /**
   * How often a single short line stands between a quoted line that is cut off and the next one.
   */
  private int tails() {
    if (tails < 0) {
      tails = 0;
      for (int i = 1; i + 1 < lines.size(); i++) {
        QuoteLine line = lines.get(i);
        boolean between =
            !line.blank() && !marks.isQuoted(i) && marks.isQuoted(i - 1) && marks.isQuoted(i + 1);
        if (between && !lines.get(i - 1).blank() && isCutOff(lines.get(i - 1))) {
          tails += width(line.text()) <= LONGEST_TAIL ? 1 : 0;
        }
      }
    }
    return tails;
  }

  private static boolean isLinkEnd(String words) {
    return words.contains("://") && words.endsWith(">") && "(<".indexOf(words.charAt(0)) >= 0;
  }
}
