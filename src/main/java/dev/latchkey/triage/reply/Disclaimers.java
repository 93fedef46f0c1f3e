package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the paragraphs that an employer sets below every mail by what they are about: a paragraph
 * is one when it speaks of two things that only employers write about, and of nothing that the
 * writer, or this desk, has to do with. Below such paragraphs stand only others of the kind: where
 * a sentence follows that is none, all of it was written.
 */
final class Disclaimers {
  private static final QuoteWords WORDS = QuoteWords.ALL;
  private static final int LONGEST = 4_000;

  /** Two things take more signs than that, in any language. */
  private static final int SHORTEST = 8;

  private static final int MOST_PARAGRAPHS = 12;
  private static final int FEWEST = 2;

  private static final HouseThings THINGS =
      new HouseThings(WORDS, EnumSet.range(Use.HOUSE_UNAUTHORISED, Use.HOUSE_WATCHING));

  /** What people write about, too: these alone tell nothing. */
  private static final Set<Use> COMMON =
      EnumSet.of(Use.HOUSE_MAIL, Use.HOUSE_LIABILITY, Use.HOUSE_UNAUTHORISED, Use.HOUSE_FORBIDDEN);

  private static final char FIRST_CJK = 0x3000;

  private Disclaimers() {}

  /**
   * The line of a text with which its disclaimers begin; the number of lines where it has none.
   *
   * @param lines without the marks of quotes
   */
  static int start(List<String> lines) {
    int start = lines.size();
    int end = lines.size();
    for (int paragraphs = 0; paragraphs < MOST_PARAGRAPHS; paragraphs++) {
      while (end > 0 && lines.get(end - 1).isBlank()) {
        end--;
      }
      int first = end;
      while (first > 0 && !lines.get(first - 1).isBlank()) {
        first--;
      }
      if (first == end || !is(String.join(" ", lines.subList(first, end)))) {
        return start;
      }
      start = first;
      end = first;
    }
    return start;
  }

  /** Whether a paragraph is an employer's. */
  private static boolean is(String paragraph) {
    if (paragraph.length() > LONGEST || paragraph.length() < SHORTEST) {
      return false;
    }
    String text = paragraph.toLowerCase(Locale.ROOT);
    Set<Use> about = THINGS.in(text);
    boolean enough = about.size() >= FEWEST && !COMMON.containsAll(about);
    return (enough || HouseLines.isDisclaimer(paragraph)) && !isWriters(text);
  }

  private static boolean isWriters(String text) {
    int at = 0;
    while (at < text.length()) {
      if (WORDS.beginning(Use.HOUSE_NEVER, text.substring(at)) > 0) {
        return true;
      }
      int next = at + 1;
      boolean word = Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) < FIRST_CJK;
      while (word && next < text.length() && Character.isLetterOrDigit(text.charAt(next))) {
        next++;
      }
      at = next;
    }
    return false;
  }
}
