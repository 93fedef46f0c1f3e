package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import java.util.Arrays;
import java.util.List;

/** Code that somebody pasted between two fences of back-ticks, as Markdown has it. */
final class CodeFences {
  private CodeFences() {}

  /** Which of {@code lines} are code, the fences included; a quote ends what it stands in. */
  static boolean[] of(List<QuoteLine> lines) {
    boolean[] fenced = new boolean[lines.size()];
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      QuoteLine line = lines.get(i);
      if (line.mark() == Mark.QUOTE) {
        open = -1;
      }
      if (line.quoted() || !line.words().startsWith("```")) {
        continue;
      }
      if (open < 0) {
        open = i;
      } else {
        Arrays.fill(fenced, open, i + 1, true);
        open = -1;
      }
    }
    return fenced;
  }
}
