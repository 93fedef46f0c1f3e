package dev.latchkey.transport;

import dev.latchkey.mail.OutboundMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a header section that is about to be sent and insists that it says what was meant: only
 * fields of ours, each once, and one recipient (THREATS T24). It shares no code with the writer.
 */
final class HeaderGuard {
  private static final Set<String> ALLOWED =
      Set.of(
          "date",
          "from",
          "to",
          "reply-to",
          "message-id",
          "in-reply-to",
          "references",
          "subject",
          "auto-submitted",
          "x-auto-response-suppress",
          "mime-version",
          "content-type",
          "content-transfer-encoding");

  private static final int LONGEST_LINE = 998;

  private HeaderGuard() {}

  /**
   * Checks a header section that ends with its blank line.
   *
   * @throws IllegalStateException naming the field, never its value
   */
  static void requireIntended(String header, OutboundMail mail) {
    List<String> seen = new ArrayList<>();
    int claims = 0;
    String[] lines = header.split("\r\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      require(line.length() <= LONGEST_LINE && isSevenBit(line), "octets", i);
      if (line.startsWith(" ")) {
        require(!line.isBlank() && !seen.isEmpty(), "folding", i);
      } else if (line.isEmpty()) {
        // Only the blank line and what split() finds behind it.
        require(i >= lines.length - 2, "blank line", i);
      } else if (claims < mail.claims().size()) {
        require(line.equals("Authentication-Results: " + mail.claims().get(claims)), "claim", i);
        claims++;
      } else {
        String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
        require(ALLOWED.contains(name) && !seen.contains(name), "field", i);
        require(!name.equals("to") || line.equals("To: " + mail.recipient()), "recipient", i);
        seen.add(name);
      }
    }
    require(seen.containsAll(List.of("date", "from", "to", "message-id", "subject")), "fields", 0);
    require(seen.contains("reply-to") == mail.replyTo().isPresent(), "Reply-To", 0);
    require(seen.contains("in-reply-to") == mail.inReplyTo().isPresent(), "In-Reply-To", 0);
  }

  private static boolean isSevenBit(String line) {
    return line.chars().allMatch(c -> (c >= 0x20 && c <= 0x7E) || c == '\t');
  }

  private static void require(boolean condition, String what, int line) {
    if (!condition) {
      throw new IllegalStateException(
          "header of our own mail is not as meant: " + what + " in line " + line);
    }
  }
}
