package dev.latchkey.triage.request;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Tells whether somebody asks to be let into their account. Beside a reason for which they cannot
 * get in this is a request, whatever else the words of it are; without one it may be a question.
 * The words stand in {@code way-in-words.txt}.
 */
public final class WayInReader {
  private static final WordGroups WORDS = WordGroups.of(WayInReader.class, "way-in-words.txt");

  private WayInReader() {}

  /** Whether a clause of {@code text} asks for it. */
  public static boolean asks(MailText text) {
    return text.clauses().stream().anyMatch(WayInReader::asks);
  }

  private static boolean asks(List<Words.Word> clause) {
    return WORDS.has(clause, "how") && WORDS.has(clause, "in") && !WORDS.has(clause, "others");
  }
}
