package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Tells whether somebody has nothing left to show: "nothing of that is left", "je n'ai plus ni l'un
 * ni l'autre"; or nothing but the mailbox that they write from. They cannot do what was asked,
 * whatever they tell of how it was lost. The words stand in {@code nothing-left-words.txt}.
 */
public final class NothingLeftReader {
  /** In more signs something else is told as well. */
  private static final int LONGEST = 600;

  private static final WordGroups WORDS =
      WordGroups.of(NothingLeftReader.class, "nothing-left-words.txt");

  private NothingLeftReader() {}

  /** Whether a sentence of a short text says so, and asks nothing. */
  public static boolean says(MailText written) {
    return written.text().length() <= LONGEST
        && (written.clauses().stream().anyMatch(clause -> says(written.text(), clause))
            || hasOnlyThis(written));
  }

  /** "The old mailbox is gone, all I have is this gmail." */
  private static boolean hasOnlyThis(MailText written) {
    return written.clauses().stream().anyMatch(clause -> WORDS.has(clause, "gone"))
        && written.clauses().stream()
            .anyMatch(
                clause ->
                    WORDS.has(clause, "only")
                        && WORDS.has(clause, "this one")
                        && !Clauses.isQuestion(written.text(), clause));
  }

  private static boolean says(String text, List<Words.Word> clause) {
    boolean none =
        WORDS.has(clause, "nothing left")
            || (WORDS.has(clause, "none of") && WORDS.has(clause, "possible"));
    return none && !WORDS.has(clause, "to tell") && !Clauses.isQuestion(text, clause);
  }
}
