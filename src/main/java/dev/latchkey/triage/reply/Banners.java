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

  /** What the desk's own gateway writes, in small letters, without strokes around it. */
  private final List<String> own;

  /**
   * Those that everybody knows, and those of one desk.
   *
   * @param own lines of its gateway
   */
  Banners(List<String> own) {
    this.own = own.stream().map(line -> bare(line).toLowerCase(Locale.ROOT)).toList();
  }

  /** The numbers of the lines above the text that are such warnings. */
  List<Integer> above(List<QuoteLine> lines) {
    List<Integer> found = new ArrayList<>();
    int end = Math.min(lines.size(), MOST);
    int i = 0;
    while (i < end) {
      QuoteLine line = lines.get(i);
      if (line.blank()) {
        i++;
        continue;
      }
      boolean first = found.isEmpty();
      int ours = line.depth() > 0 ? 0 : own(lines, i);
      if (ours > 0) {
        for (int last = i + ours; i < last; i++) {
          found.add(i);
        }
        continue;
      }
      if (line.depth() > 0 || !(first ? begins(line.words()) : goesOn(lines, i))) {
        break;
      }
      found.add(i);
      i++;
    }
    return found;
  }

  /**
   * How many lines from there on are a line of the desk's own gateway, which a client may have
   * broken; 0 when it is none.
   */
  private int own(List<QuoteLine> lines, int at) {
    StringBuilder read = new StringBuilder(bare(lines.get(at).words()));
    for (int i = at; i < lines.size() && !lines.get(i).blank(); i++) {
      if (i > at) {
        read.append(' ').append(lines.get(i).words());
      }
      String lower = read.toString().toLowerCase(Locale.ROOT);
      if (own.stream().anyMatch(lower::startsWith)) {
        return i - at + 1;
      }
      if (own.stream().noneMatch(line -> line.startsWith(lower + " "))) {
        return 0;
      }
    }
    return 0;
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
    return WORDS.of(Use.BANNER_WORD).stream().anyMatch(word -> isIn(lower, word));
  }

  /**
   * Whether a word is in a text, and not by chance in a code, which has digits among its letters.
   */
  private static boolean isIn(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int from = at;
      while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
        from--;
      }
      int to = at + word.length();
      while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
        to++;
      }
      if (text.substring(from, to).chars().noneMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
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
