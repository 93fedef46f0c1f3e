package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a short answer to the question whether it worked says that it did, and nothing
 * else: "worked, ta". Where nobody asked, the same words may speak of anything. The words stand in
 * {@code worked-words.txt}.
 */
public final class WorkedReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(WorkedReader.class, "worked-words.txt");

  /** In more signs it is no short answer. */
  private static final int LONGEST = 100;

  private WorkedReader() {}

  /** Whether all of {@code written} says so, or is polite. */
  public static boolean says(String written) {
    if (written.length() > LONGEST || QuestionMark.isIn(written)) {
      return false;
    }
    List<Words.Word> words = MailText.of(written).words().list();
    List<Hit<Set<String>>> hits = WORDS.find(words);
    long commas = words.stream().filter(word -> word.text().equals(",")).count();
    return Lexicon.has(hits, "worked") && Lexicon.covered(hits) + commas == words.size();
  }
}
