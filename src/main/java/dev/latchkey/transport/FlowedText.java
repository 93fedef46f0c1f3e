package dev.latchkey.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text as {@code format=flowed} (RFC 3676): a long line is broken at spaces and keeps a space
 * at the end of each part, so that a phone can join them again.
 */
final class FlowedText {
  /** RFC 3676 section 4.2, with the trailing space. */
  private static final int WIDTH = 78;

  private static final String SIGNATURE = "-- ";

  private FlowedText() {}

  /** The lines to send, without line ends. Quoted lines (they start with {@code >}) stay as is. */
  static List<String> of(String body) {
    List<String> lines = new ArrayList<>();
    for (String line : body.lines().toList()) {
      if (line.startsWith(">") || line.equals(SIGNATURE)) {
        lines.add(line);
      } else {
        addWrapped(line.stripTrailing(), lines);
      }
    }
    return lines;
  }

  private static void addWrapped(String line, List<String> lines) {
    int start = 0;
    while (line.length() - start > WIDTH) {
      // One column is left for the stuffed space.
      int space = line.lastIndexOf(' ', start + WIDTH - 2);
      if (space < start || line.substring(start, space).isBlank()) {
        space = line.indexOf(' ', start + WIDTH - 2);
      }
      if (space < 0) {
        break;
      }
      lines.add(stuffed(line.substring(start, space + 1)));
      start = space + 1;
    }
    lines.add(stuffed(line.substring(start)));
  }

  /** Section 4.4: what could be taken for stuffing, a quote or an mbox separator gets a space. */
  private static String stuffed(String line) {
    boolean risky = line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ");
    return risky ? " " + line : line;
  }
}
