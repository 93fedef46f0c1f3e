package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Tells whether a success that somebody reports leaves them outside: it is another's ("my colleague
 * got in, I didn't"), it is elsewhere ("I can log in to the old forum, not here") or it is over
 * ("it worked until yesterday"). Nothing ends because of it. The words stand in {@code
 * still-out-words.txt}.
 */
public final class StillOutReader {
  private static final WordGroups WORDS =
      WordGroups.of(StillOutReader.class, "still-out-words.txt");

  /** So many words, or signs that are words, are such a phrase and nothing else. */
  private static final int SHORT = 4;

  private StillOutReader() {}

  /** Whether a sentence says so; that something worked before says nothing beside that it does. */
  public static boolean says(MailText written) {
    List<List<Words.Word>> clauses = written.clauses();
    return has(clauses, "out")
        || (has(clauses, "once") && !has(clauses, "in again"))
        || written.parts().stream().anyMatch(StillOutReader::isAlone);
  }

  /** ", I didn't." */
  private static boolean isAlone(List<Words.Word> part) {
    return part.size() <= SHORT && WORDS.has(part, "out alone");
  }

  /** Whether the site still asks for something: "the page opens, but still wants a code". */
  public static boolean isStillAsked(MailText written) {
    return has(written.clauses(), "asked");
  }

  private static boolean has(List<List<Words.Word>> clauses, String group) {
    return clauses.stream().anyMatch(clause -> WORDS.has(clause, group));
  }
}
