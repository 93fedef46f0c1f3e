package dev.latchkey.triage;

import java.util.List;

/**
 * Finds introductions that clients break over several lines.
 *
 * <p>The end is what can be seen: a colon or a verb of writing. From there upwards, first as few
 * lines as make a complete introduction, then those above it that its beginning is missing from.
 */
final class AttributionFinder {
  private static final int MOST_LINES = 6;

  private final List<QuoteLine> lines;

  AttributionFinder(List<QuoteLine> lines) {
    this.lines = lines;
  }

  /** An introduction that ends at line {@code end}, and how sure it is one. */
  record Found(int start, int end, Attribution reading) {}

  /** Reads the introduction that ends at line {@code end}; {@link Attribution#NO} if none does. */
  Found endingAt(int end) {
    Found none = new Found(end, end, Attribution.NO);
    String last = lines.get(end).words();
    if (last.isEmpty() || last.length() > Attribution.LONGEST || !mayEnd(last)) {
      return none;
    }
    Found best = none;
    StringBuilder joined = new StringBuilder();
    int start = end;
    int taken = 0;
    while (start >= 0 && taken < MOST_LINES && joined.length() <= Attribution.LONGEST) {
      if (!joins(start, end)) {
        break;
      }
      if (!lines.get(start).blank()) {
        joined.insert(0, lines.get(start).words() + (taken == 0 ? "" : " "));
        taken++;
        Attribution reading = Attribution.of(joined.toString());
        if (reading == Attribution.YES) {
          return upwards(new Found(start, end, reading), joined.toString());
        }
        if (reading.compareTo(best.reading()) > 0) {
          best = new Found(start, end, reading);
        }
      }
      start--;
    }
    return best;
  }

  /** Takes the lines above that belong to it: its date, or the other half of a bracket. */
  private Found upwards(Found found, String text) {
    Found widest = found;
    if (Attribution.opens(text) && !isTorn(text)) {
      return widest;
    }
    String joined = text;
    int taken = 0;
    for (int i = found.start() - 1; i >= 0 && taken < 4 && joins(i, found.end()); i--) {
      String above = lines.get(i).words();
      if (above.isEmpty()) {
        continue;
      }
      if (endsSentence(above) || Attribution.endsInColon(above)) {
        break;
      }
      taken++;
      joined = above + " " + joined;
      boolean whole = Attribution.of(joined) == Attribution.YES;
      if (whole && Attribution.opens(above)) {
        return new Found(i, found.end(), Attribution.YES);
      }
      if (whole && taken == 1 && isTorn(text) && !lines.get(i + 1).blank()) {
        widest = new Found(i, found.end(), Attribution.YES);
      }
    }
    return widest;
  }

  /** A line break fell inside the name or the address. */
  private static boolean isTorn(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>');
    return text.startsWith("<") || (close >= 0 && (open < 0 || close < open));
  }

  /** Whether line {@code at} may belong to an introduction that ends at line {@code end}. */
  private boolean joins(int at, int end) {
    QuoteLine line = lines.get(at);
    if (at == end) {
      return true;
    }
    if (line.blank()) {
      return at + 1 <= end && !lines.get(at + 1).blank();
    }
    return line.depth() == 0 && line.mark() == lines.get(end).mark();
  }

  private static boolean mayEnd(String last) {
    return Attribution.endsInColon(last)
        || Attribution.endsInVerb(last)
        || (last.endsWith(">") && Character.isDigit(last.charAt(0)));
  }

  private static boolean endsSentence(String text) {
    return ".!?。！？".indexOf(text.charAt(text.length() - 1)) >= 0 && !Attribution.opens(text);
  }
}
