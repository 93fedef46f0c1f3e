package dev.latchkey.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The readable text of a mail, in reading order: what staff see and what the desk reads. */
public record BodyText(List<TextLine> lines) {
  /** A mail without text. */
  public static final BodyText EMPTY = new BodyText(List.of());

  public BodyText {
    lines = List.copyOf(lines);
  }

  /** Plain text; lines end at LF, CR LF, or the end. Empty ones at the end are left out. */
  public static BodyText plain(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    List<TextLine> lines = new ArrayList<>();
    int kept = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      boolean carriage = newline > start && text.charAt(newline - 1) == '\r';
      String line = text.substring(start, carriage ? end - 1 : end);
      lines.add(TextLine.plain(line));
      kept = line.isEmpty() ? kept : lines.size();
      start = end + 1;
    }
    // One line without words is one; several at the end are none.
    return new BodyText(lines.subList(0, lines.size() == 1 ? 1 : kept));
  }

  /** The lines joined by LF. */
  public String asString() {
    return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
  }
}
