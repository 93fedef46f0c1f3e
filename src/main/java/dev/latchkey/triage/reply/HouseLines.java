package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.List;

/** Lines below a text that a program or an employer sets under every mail. */
public final class HouseLines {
  private HouseLines() {}

  /**
   * What stands above them: above a signature behind {@code -- } (RFC 3676 section 4.3) and above
   * an employer's disclaimer, which begins a paragraph or is one ({@link Disclaimers}).
   */
  public static String above(String text) {
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      boolean begins = at == 0 || lines.get(at - 1).isBlank();
      if (SignatureLines.isDelimiter(line) || (begins && isDisclaimer(line))) {
        return String.join("\n", lines.subList(0, at));
      }
    }
    int below = Disclaimers.start(lines);
    return below < lines.size() ? String.join("\n", lines.subList(0, below)) : text;
  }

  /** Whether a paragraph that begins so is the employer's, not the writer's. */
  static boolean isDisclaimer(String line) {
    return QuoteWords.ALL.startsWith(Use.DISCLAIMER, SignatureLines.stripMarks(line));
  }
}
