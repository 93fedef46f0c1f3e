package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Tells whether somebody who tries it alone says no more than that they asked the site for its mail
 * and wait for it ("I have requested the reset mail just now"): nothing of how it went. The words
 * stand in {@code underway-words.txt}.
 */
public final class UnderwayReader {
  private static final WordGroups WORDS = WordGroups.of(UnderwayReader.class, "underway-words.txt");

  private UnderwayReader() {}

  /** Whether it says so, and nothing that makes it late. */
  public static boolean says(MailText written) {
    List<List<Words.Word>> clauses = written.clauses();
    return clauses.stream().anyMatch(clause -> WORDS.has(clause, "reset"))
        && clauses.stream().anyMatch(clause -> WORDS.has(clause, "asked"))
        && clauses.stream().noneMatch(clause -> WORDS.has(clause, "late"));
  }
}
