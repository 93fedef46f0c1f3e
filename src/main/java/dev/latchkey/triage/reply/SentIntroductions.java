package dev.latchkey.triage.reply;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The lines that introduce a quotation of our letters: they name their sender. */
final class SentIntroductions {
  private static final int MOST_LINES = 10;
  private static final int LONGEST_HEAD = 240;

  private final List<String> names;

  SentIntroductions(List<SentLetter> letters) {
    this.names = letters.stream().flatMap(letter -> letter.names().stream()).distinct().toList();
  }

  /** The lines near below an introduction. */
  BitSet below(List<QuoteLine> lines) {
    BitSet below = new BitSet();
    for (int i = 0; i < lines.size(); i++) {
      if (names(lines.get(i).words())) {
        below.set(i + 1, i + 1 + MOST_LINES);
      }
    }
    return below;
  }

  /**
   * Where the introduction begins that ends with the last of some lines, empty ones left out; -1
   * where there is none.
   *
   * @param ours which of them are of a letter
   */
  int top(List<QuoteLine> lines, BitSet ours) {
    int end = lines.size() - 1;
    if (end >= 0 && ours.get(end)) {
      return -1;
    }
    while (end >= 0 && lines.get(end).blank()) {
      end--;
    }
    int top = -1;
    for (int i = end; i >= 0 && i > end - MOST_LINES && !ours.get(i); i--) {
      if (lines.get(i).blank()) {
        break;
      }
      if (names(lines.get(i).words())) {
        top = i;
      }
    }
    return withRule(lines, top >= 0 ? withName(lines, ours, top) : card(lines, ours, end));
  }

  /** With the line above it on which a wrapped name begins, or stands whole. */
  private int withName(List<QuoteLine> lines, BitSet ours, int top) {
    if (top == 0 || ours.get(top - 1)) {
      return top;
    }
    String above = lines.get(top - 1).words().toLowerCase(Locale.ROOT);
    String joined = above + " " + lines.get(top).words().toLowerCase(Locale.ROOT);
    boolean begins =
        !above.isEmpty()
            && names.stream()
                .anyMatch(name -> joined.startsWith(name) && above.length() <= name.length());
    return begins ? top - 1 : top;
  }

  /** With the line of strokes above it. */
  private static int withRule(List<QuoteLine> lines, int top) {
    int above = top - 1;
    while (above >= 0 && lines.get(above).blank()) {
      above--;
    }
    return above >= 0 && lines.get(above).isRule() ? above : top;
  }

  /**
   * A sender alone on a line, with nothing but date, addresses, subject and their labels below:
   * what a table leaves of a header.
   */
  private int card(List<QuoteLine> lines, BitSet ours, int end) {
    int filled = 0;
    for (int i = end; i >= 0 && filled <= MOST_LINES && !ours.get(i); i--) {
      String words = lines.get(i).words();
      if (isSender(words)) {
        return i;
      }
      if (!words.isEmpty() && !isHead(words) && !isBelowLabel(lines, i)) {
        return -1;
      }
      filled += words.isEmpty() ? 0 : 1;
    }
    return -1;
  }

  private static boolean isBelowLabel(List<QuoteLine> lines, int at) {
    int above = at - 1;
    while (above >= 0 && at - above <= 2 && lines.get(above).blank()) {
      above--;
    }
    return above >= 0 && HeaderBlock.isLabel(lines.get(above).words());
  }

  private static boolean isHead(String words) {
    return HeaderBlock.isLabel(words)
        || Attribution.isDateAndTime(words)
        || (words.indexOf('@') > 0 && words.indexOf(' ') < 0);
  }

  /** Whether a line is the sender of a letter, with their address, and nothing else. */
  private boolean isSender(String words) {
    if (words.length() > LONGEST_HEAD || words.indexOf('<') < 0) {
      return false;
    }
    String rest = words.toLowerCase(Locale.ROOT);
    for (String name : names) {
      rest = rest.replace(name, "");
    }
    return rest.length() < words.length() && rest.chars().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether a line names the sender of one of the letters, as introductions and headers do. */
  private boolean names(String line) {
    if (line.length() > LONGEST_HEAD) {
      return false;
    }
    boolean shape = line.contains("<") || line.indexOf(':') >= 0 || line.indexOf('：') >= 0;
    String lower = shape ? line.toLowerCase(Locale.ROOT) : "";
    return shape && names.stream().anyMatch(lower::contains);
  }
}
