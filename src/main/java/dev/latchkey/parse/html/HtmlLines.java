package dev.latchkey.parse.html;

import dev.latchkey.mail.TextLine;
import dev.latchkey.mail.TextLine.Mark;
import java.util.ArrayList;
import java.util.List;

/** Lines of text being set, as a browser would: blanks collapse, margins become one empty line. */
final class HtmlLines {
  private static final int SHOWN_LEVELS = 9;

  private final List<TextLine> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private boolean blankDue;
  private boolean marginDue;
  private Mark mark = Mark.PLAIN;
  private int level;

  /** From here on lines carry {@code mark}, at this level of quoting. */
  void mark(Mark next, int nextLevel) {
    if (next != mark || nextLevel != level) {
      endBlock();
      mark = next;
      level = nextLevel;
    }
  }

  /** Words whose blanks collapse. */
  void flow(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        blankDue = line.length() > 0;
      } else {
        write(c);
      }
    }
  }

  /** Words of which every blank and line end counts. */
  void keep(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (c != '\r') {
        write(c);
      }
    }
  }

  /** A blank between the words before and the words after, if there are any. */
  void space() {
    blankDue = line.length() > 0;
  }

  /** Ends the line here, be it empty or not. */
  void endLine() {
    settleMargin();
    lines.add(new TextLine((prefix() + line).stripTrailing(), mark));
    line.setLength(0);
    blankDue = false;
  }

  /** Ends the line if there is something on it. */
  void endBlock() {
    if (line.length() > 0) {
      endLine();
    }
    blankDue = false;
  }

  /** Ends the line, and sets an empty one before whatever comes next. */
  void endParagraph() {
    endBlock();
    marginDue = true;
  }

  /** All lines, without empty ones at either end. */
  List<TextLine> lines() {
    endBlock();
    int from = 0;
    int to = lines.size();
    while (from < to && isEmpty(lines.get(from))) {
      from++;
    }
    while (to > from && isEmpty(lines.get(to - 1))) {
      to--;
    }
    return lines.subList(from, to);
  }

  private void write(char c) {
    if (isInvisible(c)) {
      return;
    }
    settleMargin();
    if (blankDue) {
      line.append(' ');
      blankDue = false;
    }
    line.append(c == '\u00a0' ? ' ' : c);
  }

  private void settleMargin() {
    if (marginDue) {
      marginDue = false;
      if (!lines.isEmpty() && !isEmpty(lines.get(lines.size() - 1))) {
        lines.add(new TextLine(prefix().stripTrailing(), mark));
      }
    }
  }

  private String prefix() {
    return level == 0 ? "" : ">".repeat(Math.min(level, SHOWN_LEVELS)) + " ";
  }

  private static boolean isEmpty(TextLine line) {
    return line.text().chars().allMatch(c -> c == '>' || c == ' ');
  }

  /** Zero-width space, word joiner, byte order mark, soft hyphen: newsletters pad with them. */
  private static boolean isInvisible(char c) {
    return c == '\u200b' || c == '\u2060' || c == '\ufeff' || c == '\u00ad' || c == '\u034f';
  }
}
