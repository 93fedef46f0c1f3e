package dev.latchkey.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of others made fit for a plain mail: no C0 or C1 controls, no bidirectional or invisible
 * format characters, no half surrogates; every kind of line end is LF (THREATS T24).
 */
public final class PlainText {
  /** Where lines of a mail end, so that a quoted one still fits 78 (RFC 5322 section 2.1.1). */
  static final int WIDTH = 72;

  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 400;
  private static final String CUT = "[...]";

  private PlainText() {}

  /** One line without line ends, cut at 1000 characters. */
  public static String line(String text) {
    String line = clean(text, ' ').strip();
    return line.length() <= LONGEST_LINE ? line : cut(line, LONGEST_LINE) + CUT;
  }

  /** The lines of a text, 400 at most, without blank ones at the start and at the end. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : clean(text, '\n').strip().split("\n", MOST_LINES + 1)) {
      lines.add(lines.size() < MOST_LINES ? line(line) : CUT);
    }
    return lines;
  }

  /** Each element as one line, 400 at most. */
  public static List<String> eachAsLine(Iterable<?> elements) {
    List<String> lines = new ArrayList<>();
    for (Object element : elements) {
      if (lines.size() == MOST_LINES) {
        lines.add(CUT);
        break;
      }
      lines.add(line(String.valueOf(element)));
    }
    return lines;
  }

  /** Whether a character may stand in a mail, line ends aside. */
  public static boolean allowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      // The two joiners make letters and emoji, the others only hide or turn text.
      case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
      default -> true;
    };
  }

  /**
   * The longest start of {@code text} within {@code limit} characters that splits no surrogates.
   */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  /** Breaks a line at spaces so that no piece with its indent passes the width. */
  public static void wrap(String line, String indent, StringBuilder out) {
    String rest = line;
    while (indent.length() + rest.length() > WIDTH) {
      int room = WIDTH - indent.length();
      int space = rest.lastIndexOf(' ', room);
      int end = space > 0 ? space : cut(rest, room).length();
      out.append(indent).append(rest, 0, end).append('\n');
      rest = rest.substring(end).stripLeading();
    }
    out.append(indent).append(rest).append('\n');
  }

  /** Lines without trailing space, never two blank ones in a row nor one at either end. */
  public static String tidy(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    for (String raw : text.split("\n")) {
      String line = raw.stripTrailing();
      if (line.isEmpty()) {
        blank = true;
        continue;
      }
      if (blank && out.length() > 0) {
        out.append('\n');
      }
      blank = false;
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private static String clean(String text, char lineEnd) {
    StringBuilder clean = new StringBuilder(text.length());
    String unix = text.replace("\r\n", "\n");
    unix.codePoints()
        .forEach(
            c -> {
              if (isLineEnd(c)) {
                clean.append(lineEnd);
              } else if (c == '\t') {
                clean.append(' ');
              } else if (allowed(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  private static boolean isLineEnd(int c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
