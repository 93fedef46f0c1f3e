package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether an owner who was told of a date says no more than that it is fine: "ok", "okay
 * thanks", or that it was them with a slip of the pen, "was mi, ok". It is a yes of nobody whose
 * address has proved nothing. The words stand in {@code plain-ok.txt}.
 */
public final class PlainOkReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(PlainOkReader.class, "plain-ok.txt");

  /** In more signs something else is said. */
  private static final int LONGEST = 60;

  private PlainOkReader() {}

  /** Whether each word of {@code written} says so, or is polite; nothing asks and nothing mocks. */
  public static boolean says(String written) {
    if (written.length() > LONGEST || QuestionMark.isIn(written) || BesideYes.mocks(written)) {
      return false;
    }
    List<Words.Word> words = MailText.of(written).words().list();
    List<Hit<Set<String>>> hits = WORDS.find(words);
    long commas = words.stream().filter(word -> word.text().equals(",")).count();
    return Lexicon.has(hits, "ok") && Lexicon.covered(hits) + commas == words.size();
  }
}
