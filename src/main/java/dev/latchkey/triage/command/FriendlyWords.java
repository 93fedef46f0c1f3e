package dev.latchkey.triage.command;

import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.WordList;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether what stands behind the code of an approval, on its line, thanks or greets and says
 * nothing else. The words are counted one by one, so that no condition has one of its own among
 * them; a name is none, for in capitals every word looks like one.
 */
final class FriendlyWords {
  private static final Set<String> WORDS =
      Set.copyOf(WordList.lines(FriendlyWords.class, "thanks-behind-a-code.txt"));

  /** Marks that part or end such words; a question mark is none. */
  private static final String MARKS = ".,;:!-–—。、，！";

  private FriendlyWords() {}

  /** Whether {@code words} say no more than that; nothing at all is no more. */
  static boolean only(String words) {
    for (String rest = LineWords.strip(words); !rest.isEmpty(); ) {
      String word = LineWords.first(rest);
      String bare = unmarked(word).toLowerCase(Locale.ROOT);
      if (!bare.isEmpty() && !WORDS.contains(bare)) {
        return false;
      }
      rest = LineWords.after(rest, word);
    }
    return true;
  }

  private static String unmarked(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && MARKS.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && MARKS.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(from, to);
  }
}
