package dev.latchkey.triage.reply;

import java.util.List;

/**
 * Finds introductions that clients break over several lines.
 *
 * <p>The end is what can be seen: a colon or a verb of writing. From there upwards, first as few
 * lines as make a complete introduction, then those above it that its beginning is missing from.
 */
final class AttributionFinder {
  private static final int MOST_LINES = 6;
  private static final int MOST_TRIES = 20;

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
    if (last.isEmpty() || !mayEnd(last) || (lines.get(end).quoted() && !closesBracket(end))) {
      return none;
    }
    Found best = none;
    StringBuilder joined = new StringBuilder();
    int start = end;
    int taken = 0;
    while (start >= 0 && taken < MOST_LINES && joined.length() <= Attribution.LONGEST) {
      if (!joins(start, end)
          || (lines.get(start).blank() && best.reading() == Attribution.BEFORE_QUOTE)) {
        // Above a blank line begins what was typed, when an introduction is complete below it.
        break;
      }
      if (!lines.get(start).blank()) {
        QuoteLine line = lines.get(start);
        String words = line.depth() > 0 ? QuoteLine.tidy(line.text()) : line.words();
        joined.insert(0, words + (taken == 0 ? "" : " "));
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
        widest = new Found(i, found.end(), Attribution.YES);
        if (!startsInMidSentence(i)) {
          break;
        }
      }
      if (whole && taken == 1 && isTorn(text) && !lines.get(i + 1).blank()) {
        widest = new Found(i, found.end(), Attribution.YES);
      }
    }
    return widest;
  }

  /** Whether the line above line {@code at} breaks off at a comma, right above it. */
  private boolean startsInMidSentence(int at) {
    return at > 0 && lines.get(at - 1).words().endsWith(",");
  }

  /** A line break fell inside the name or the address. */
  private static boolean isTorn(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>');
    return text.startsWith("<") || (close >= 0 && (open < 0 || close < open));
  }

  /** A wrap may leave the closing bracket of an address at the beginning of the last line. */
  private boolean closesBracket(int end) {
    QuoteLine line = lines.get(end);
    boolean tail =
        line.depth() == 1
            && line.words().length() < 20
            && (line.words().equals(":") || Attribution.endsInVerb(line.words()));
    return tail
        && end > 0
        && !lines.get(end - 1).quoted()
        && lines.get(end - 1).words().contains("@");
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
    return line.depth() == 0
        && line.mark() == lines.get(end).mark()
        && !Attribution.endsInColon(line.words());
  }

  /**
   * Where in its first line the introduction begins, when words were typed before it ("Thanks! On
   * …, … wrote:"); 0 when it has the line to itself.
   */
  int typedBefore(Found found) {
    String first = lines.get(found.start()).text();
    StringBuilder rest = new StringBuilder();
    for (int i = found.start() + 1; i <= found.end(); i++) {
      rest.append(' ').append(lines.get(i).words());
    }
    int tries = 0;
    for (int at = 1; at < first.length() && tries < MOST_TRIES; at++) {
      char before = first.charAt(at - 1);
      if (Character.isDigit(before) || before == '@') {
        return 0;
      }
      boolean wordBegins =
          Character.isUpperCase(first.charAt(at))
              && (!Character.isLetter(before) || Character.isLowerCase(before));
      if (wordBegins && first.substring(0, at).chars().anyMatch(Character::isLetter)) {
        tries++;
        String tail = QuoteLine.tidy(first.substring(at)) + rest;
        if (Attribution.beginsWithIntro(tail)) {
          return at;
        }
      }
    }
    return 0;
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
