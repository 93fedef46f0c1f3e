package dev.latchkey.triage.owner;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody says that another person writes than the owner ("I am his wife", "on
 * behalf of Olga by her secretary", "he asked me to send this"), or that the owner is dead. Who
 * speaks of others ("my son set up the account for me", "my phone died") says neither. The words
 * stand in {@code writer-words.txt}.
 */
public final class OtherWriterReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(OtherWriterReader.class, "writer-words.txt");

  /** Who says that somebody died, by a name alone, and little else says it of the owner. */
  private static final int LITTLE = 30;

  /** Who writes, as far as their words tell. */
  public enum Writer {
    /** Nothing says that it is anybody but the owner. */
    OWNER,
    /** They say that they write in the owner's place. */
    ANOTHER,
    /** They say that the owner is dead. */
    BEREAVED
  }

  private OtherWriterReader() {}

  /** What {@code written} says of its writer. */
  public static Writer read(String written) {
    String text = RedactedText.withoutMarks(written);
    List<List<Words.Word>> spoken = MailText.of(text).clauses();
    List<WriterClause> clauses =
        spoken.stream().map(words -> new WriterClause(text, words, WORDS.find(words))).toList();
    boolean another = clauses.stream().anyMatch(WriterClause::isAnothers);
    boolean theirs = another || clauses.stream().anyMatch(clause -> clause.has("his things"));
    boolean little = clauses.stream().mapToInt(clause -> clause.words().size()).sum() <= LITTLE;
    if (clauses.stream().anyMatch(clause -> clause.tellsOfDeath(theirs, little))) {
      return Writer.BEREAVED;
    }
    // Whoever says whose account it is says that it is not theirs.
    return another || OthersAccountReader.says(text, spoken) ? Writer.ANOTHER : Writer.OWNER;
  }
}
