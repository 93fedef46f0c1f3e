package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Tells whether somebody gives up the account, or the request: "I'm giving up on that account, I
 * will make a new one"; or gives us leave to close it. A not, an if or somebody else beside it say
 * something else, and so does what may be given up of other things. It is one opinion: its writer
 * is asked whether it is over. The words stand in {@code gives-up-words.txt}.
 */
public final class GivesUpReader {
  /** More words tell a story. */
  private static final int MOST_CLAUSES = 4;

  private static final WordGroups WORDS = WordGroups.of(GivesUpReader.class, "gives-up-words.txt");

  private GivesUpReader() {}

  /** Whether a sentence of a short text says so, and none takes it back. */
  public static boolean says(MailText written) {
    List<List<Words.Word>> clauses = written.clauses();
    return clauses.size() <= MOST_CLAUSES
        && clauses.stream().noneMatch(clause -> Clauses.isQuestion(written.text(), clause))
        && (leaves(clauses) || givesUp(clauses));
  }

  /** "You can close this", and not only once something else is done. */
  private static boolean leaves(List<List<Words.Word>> clauses) {
    return clauses.stream().anyMatch(clause -> WORDS.has(clause, "leave"))
        && clauses.stream().noneMatch(clause -> WORDS.has(clause, "open"));
  }

  private static boolean givesUp(List<List<Words.Word>> clauses) {
    return clauses.stream().noneMatch(clause -> WORDS.has(clause, "against"))
        && clauses.stream().anyMatch(GivesUpReader::gives);
  }

  private static boolean gives(List<Words.Word> clause) {
    boolean up =
        WORDS.has(clause, "gives up")
            || (WORDS.has(clause, "gives") && WORDS.has(clause, "up"))
            || (WORDS.has(clause, "withdraws") && !WORDS.has(clause, "denied"));
    return WORDS.has(clause, "whole") || (up && WORDS.has(clause, "account"));
  }
}
