package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.List;
import java.util.Set;

/**
 * Tells lines that programs add from lines that people type: signatures behind {@code -- } (RFC
 * 3676 section 4.3), closing formulas, the employer's disclaimer, footers of mailing lists.
 */
final class SignatureLines {
  private static final QuoteWords WORDS = QuoteWords.ALL;
  private static final Set<String> DELIMITERS =
      Set.of("--", "- -", "—", "––", "—-", "-—", "__", "---");
  private static final int MOST_LINES = 12;
  private static final int LONGEST_LINE = 100;
  private static final List<String> LINKS = List.of("http://", "https://", "mailto:", "[image:");

  private SignatureLines() {}

  /**
   * Where in {@code lines}, which were typed in one stretch, the signature begins; or the size.
   *
   * @param house where the paragraphs begin that {@link Disclaimers} tells
   */
  static int start(List<QuoteLine> lines, int house) {
    int end = disclaimer(lines, house);
    int first = end;
    int after = 0;
    boolean tooLong = false;
    for (int i = end - 1; i >= 0 && after <= MOST_LINES && !tooLong; i--) {
      QuoteLine line = lines.get(i);
      if (line.blank()) {
        continue;
      }
      boolean delimiter = isDelimiter(line.words());
      if (delimiter || isSignOff(line.words()) || isFooterRule(lines, i)) {
        first = i;
      }
      tooLong =
          line.words().length() > LONGEST_LINE && LINKS.stream().noneMatch(line.words()::contains);
      after++;
    }
    return first;
  }

  /** Whether the signature that begins with {@code line} was set apart by a program. */
  static boolean isDelimited(QuoteLine line) {
    return DELIMITERS.contains(line.words()) || line.isRule();
  }

  /** A closing formula on a line of its own, in any language we have words for. */
  static boolean isSignOff(String words) {
    if (words.length() > 60) {
      return false;
    }
    String bare = stripMarks(words);
    if (WORDS.has(Use.SIGN_OFF, bare)) {
      return true;
    }
    int comma = bare.indexOf(',');
    return comma > 3
        && WORDS.has(Use.SIGN_OFF, bare.substring(0, comma).strip())
        && bare.substring(comma + 1).strip().split(" ").length <= 3;
  }

  /** Mailman and others: a long stroke, then a few lines with an address, to the end. */
  private static boolean isFooterRule(List<QuoteLine> lines, int at) {
    QuoteLine rule = lines.get(at);
    return rule.isRule()
        && rule.words().startsWith("_____")
        && lines.subList(at, lines.size()).stream()
            .anyMatch(line -> line.words().contains("://") || line.words().contains("@"));
  }

  /** Whether a signature begins behind such a line. */
  static boolean isDelimiter(String words) {
    return DELIMITERS.contains(words);
  }

  private static int disclaimer(List<QuoteLine> lines, int house) {
    for (int i = 1; i < lines.size(); i++) {
      QuoteLine line = lines.get(i);
      if (!line.blank() && lines.get(i - 1).blank() && HouseLines.isDisclaimer(line.words())) {
        return i;
      }
    }
    return house > 0 ? house : lines.size();
  }

  /** Without the strokes, stars and brackets around. */
  static String stripMarks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && " (<*_~-—•".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " )>*_~-—,.!".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
