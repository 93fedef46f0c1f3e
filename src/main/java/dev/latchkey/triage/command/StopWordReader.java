package dev.latchkey.triage.command;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what may be a stop word ({@code STOP-…}, 26 letters) in any text, whoever wrote it: the
 * letter that it stood in may have been quoted, forwarded or attached.
 */
public final class StopWordReader {
  private static final String STOP = "stop";
  private static final int LETTERS = 26;
  private static final int MOST = 5;

  /** Groups of a stop word, and what parts them. */
  private static final int LONGEST = 60;

  private static final Pattern BEGINS =
      Pattern.compile("(?i)(?<![A-Z0-9])STOP\\s?[-\\p{Pd}\\u2212\\u30FC]");

  private static final Pattern QUOTE_MARKS = Pattern.compile("\\n[>|\\s]+");

  private final CodeReader codes = new CodeReader();

  /** The first five, without what parts their groups and without STOP. */
  public List<String> read(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (!saysStop(composed)) {
      return List.of();
    }
    String folded = QUOTE_MARKS.matcher(composed).replaceAll("\n");
    return BEGINS
        .matcher(folded)
        .results()
        .limit(MOST)
        .map(MatchResult::end)
        .map(from -> folded.substring(from, Math.min(from + LONGEST, folded.length())))
        .flatMap(
            rest -> codes.read(rest).stream().filter(word -> word.length() == LETTERS).limit(1))
        .distinct()
        .toList();
  }

  /** Whether its first word stands there at all, which most texts are asked for in vain. */
  private static boolean saysStop(String text) {
    int last = text.length() - STOP.length();
    for (int at = 0; at <= last; at++) {
      if ((text.charAt(at) | ' ') == 's' && text.regionMatches(true, at, STOP, 0, STOP.length())) {
        return true;
      }
    }
    return false;
  }
}
