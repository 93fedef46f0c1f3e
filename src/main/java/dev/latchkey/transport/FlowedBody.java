package dev.latchkey.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text as {@code format=flowed} (RFC 3676): a line too long for a mail is broken at spaces
 * and keeps a space at the end of each part, so that they can be joined again.
 *
 * <p>A paragraph stays one line as long as a mail can carry it. The 78 characters of section 4.2
 * are advice; Gmail and Outlook do not know flowed text and would show each line broken twice on a
 * narrow screen, and a terminal (mutt) breaks a long line at words as it does a flowed one.
 */
final class FlowedBody {
  /** Octets of a line (RFC 5322 section 2.1.1), the stuffed and the trailing space included. */
  private static final int LONGEST_LINE = 998;

  private static final String SIGNATURE = "-- ";

  private FlowedBody() {}

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
    for (int end = room(line, start); end < line.length(); end = room(line, start)) {
      int space = line.lastIndexOf(' ', end - 1);
      if (space < start || line.substring(start, space).isBlank()) {
        space = line.indexOf(' ', end);
      }
      if (space < 0) {
        break;
      }
      lines.add(stuffed(line.substring(start, space + 1)));
      start = space + 1;
    }
    lines.add(stuffed(line.substring(start)));
  }

  /** Where the octets end that fit a line. */
  private static int room(String line, int start) {
    int octets = 1; // for the stuffed space
    int end = start;
    while (end < line.length()) {
      int code = line.codePointAt(end);
      octets += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (octets > LONGEST_LINE) {
        return end;
      }
      end += Character.charCount(code);
    }
    return end;
  }

  /** Section 4.4: what could be taken for stuffing, a quote or an mbox separator gets a space. */
  private static String stuffed(String line) {
    boolean risky = line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ");
    return risky ? " " + line : line;
  }
}
