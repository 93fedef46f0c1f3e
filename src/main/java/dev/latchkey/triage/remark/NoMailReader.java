package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a sentence says that a mail has not come, by what is not where it should be: "still
 * nothing in my inbox, checked spam twice", or because nothing comes at all. The words stand in
 * {@code no-mail-words.txt}.
 */
public final class NoMailReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NoMailReader.class, "no-mail-words.txt");

  private NoMailReader() {}

  /** Whether one of these sentences says so. */
  public static boolean says(List<List<Words.Word>> clauses) {
    return clauses.stream()
        .map(WORDS::find)
        .anyMatch(
            hits ->
                (Lexicon.has(hits, "nothing") && Lexicon.has(hits, "inbox"))
                    || (Lexicon.has(hits, "nothing comes") && !Lexicon.has(hits, "if")));
  }
}
