package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the warnings about senders from outside that mail gateways and Outlook set above a text.
 *
 * <p>A warning is told by its line: the first one begins like one, or is a mark in brackets or
 * capitals; those below it go on with it as long as they speak of the same (senders, links, what
 * comes from outside). So a line that somebody typed is none, even right below such a mark.
 */
final class Banners {
  private static final QuoteWords WORDS = QuoteWords.ALL;

  /** Lines that a warning may have. */
  private static final int MOST = 20;

  private static final int LONGEST_MARK = 60;

  private Banners() {}

  /** The numbers of the lines above the text that are such warnings. */
  static List<Integer> above(List<QuoteLine> lines) {
    List<Integer> found = new ArrayList<>();
    int end = Math.min(lines.size(), MOST);
    for (int i = 0; i < end; i++) {
      QuoteLine line = lines.get(i);
      if (line.blank()) {
        continue;
      }
      boolean first = found.isEmpty();
      if (line.depth() > 0 || !(first ? begins(line.words()) : goesOn(lines, i))) {
        break;
      }
      found.add(i);
    }
    return found;
  }

  /** Whether a line can be nothing but the beginning of a warning. */
  private static boolean begins(String words) {
    String bare = bare(words);
    return isBorder(words)
        || WORDS.startsWith(Use.BANNER, bare)
        || (WORDS.startsWith(Use.BANNER_ALARM, bare) && speaksOfSenders(words))
        || (isMark(words) && speaksOfSenders(words));
  }

  private static boolean goesOn(List<QuoteLine> lines, int at) {
    String words = lines.get(at).words();
    String above = lines.get(at - 1).words();
    boolean wrapped =
        above.length() > LONGEST_MARK && ".!?]*".indexOf(above.charAt(above.length() - 1)) < 0;
    return wrapped
        || begins(words)
        || speaksOfSenders(words)
        || WORDS.startsWith(Use.BANNER_LINE, bare(words));
  }

  /** A line in brackets, or one of words all in capitals. */
  private static boolean isMark(String words) {
    boolean bracketed = "[(*<{".indexOf(words.charAt(0)) >= 0;
    return words.length() <= LONGEST_MARK
        && (bracketed || words.equals(words.toUpperCase(Locale.ROOT)));
  }

  /** {@code ZjQcmQRYFpfptBannerStart}: Proofpoint marks where it begins and ends. */
  private static boolean isBorder(String words) {
    return words.endsWith("BannerStart") || words.endsWith("BannerEnd");
  }

  private static boolean speaksOfSenders(String words) {
    String lower = words.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return WORDS.of(Use.BANNER_WORD).stream().anyMatch(lower::contains);
  }

  /** Without strokes, brackets and marks around it. */
  private static String bare(String words) {
    int from = 0;
    while (from < words.length()
        && !Character.isLetterOrDigit(words.charAt(from))
        && words.charAt(from) != '[') {
      from++;
    }
    return SignatureLines.stripMarks(words.substring(from)).replace('\u2019', '\'');
  }
}
