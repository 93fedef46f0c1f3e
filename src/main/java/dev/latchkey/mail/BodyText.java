package dev.latchkey.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The readable text of a mail, in reading order: what staff see and what the desk reads. */
public record BodyText(List<TextLine> lines) {
  /** A mail without text. */
  public static final BodyText EMPTY = new BodyText(List.of());

  public BodyText {
    lines = List.copyOf(lines);
  }

  /** Plain text; lines end at LF, CR LF, or the end. */
  public static BodyText plain(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    String lines = text.replace("\r\n", "\n");
    String body = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    return new BodyText(
        Pattern.compile("\n", Pattern.LITERAL).splitAsStream(body).map(TextLine::plain).toList());
  }

  /** The lines joined by LF. */
  public String asString() {
    return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
  }
}
