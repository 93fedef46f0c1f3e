package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether somebody tells what we asked about their account: when it was made or used last,
 * and what it published; or sends what we asked for. A deed and a time stand in one sentence, or
 * the deed and what it made. Nothing but the reading of what a mail is about hangs on it. The words
 * stand in {@code told-fact-words.txt}.
 */
public final class ToldFactReader {
  /** In more signs something else is told as well. */
  private static final int LONGEST = 600;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private static final WordGroups WORDS =
      WordGroups.of(ToldFactReader.class, "told-fact-words.txt");

  private ToldFactReader() {}

  /** Whether a sentence of a short text does, and none asks. */
  public static boolean says(MailText written) {
    if (written.text().length() > LONGEST) {
      return false;
    }
    List<List<Words.Word>> clauses = written.clauses();
    return clauses.stream().noneMatch(clause -> Clauses.isQuestion(written.text(), clause))
        && clauses.stream().anyMatch(ToldFactReader::tells);
  }

  private static boolean tells(List<Words.Word> clause) {
    return (WORDS.has(clause, "made") && isTimed(clause))
        || (WORDS.has(clause, "published") && WORDS.has(clause, "work"))
        || (WORDS.has(clause, "sent") && !WORDS.has(clause, "not sent"));
  }

  private static boolean isTimed(List<Words.Word> clause) {
    return WORDS.has(clause, "when")
        || clause.stream().anyMatch(word -> YEAR.matcher(word.text()).lookingAt());
  }
}
