package dev.latchkey.year;

import dev.latchkey.mail.OutboundMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a digest, as its reader sees it.
 *
 * @param ticket its number
 * @param words all that stands there
 * @param code what approves it; empty where this reader cannot
 */
record DigestLine(long ticket, String words, Optional<String> code) {
  private static final Pattern BEGIN = Pattern.compile("^- LK-(\\d+) .*");
  private static final Pattern CODE = Pattern.compile("code ([A-Z2-7]{8,})\\b");

  /** All of them, in their order. */
  static List<DigestLine> of(OutboundMail digest) {
    List<DigestLine> lines = new ArrayList<>();
    for (String line : digest.body().split("\n")) {
      Matcher begin = BEGIN.matcher(line);
      Matcher code = CODE.matcher(line);
      if (begin.matches()) {
        lines.add(
            new DigestLine(
                Long.parseLong(begin.group(1)),
                line,
                code.find() ? Optional.of(code.group(1)) : Optional.empty()));
      }
    }
    return lines;
  }

  /**
   * Six digits of the app are wanted too, which count once: it is answered in a mail of its own.
   */
  boolean digits() {
    return words.contains("your 6 digits");
  }
}
