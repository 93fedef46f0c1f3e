package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether an owner who hears of a recovery shows, without a word about who asked, that it is
 * not theirs: they have all that it would give back ("my phone is right here", "I log in every
 * day", "I know my password", "what for?"), know somebody who would want it ("my former flatmate
 * knows all my logins"), hear of it for the first time, were where nobody writes mails, gave nobody
 * leave, or want all to stay as it is. It is a hint and no objection by itself, for whoever got
 * back in says the same: what the models hear decides, unless it is said {@link #plainly}. The
 * words stand in {@code has-it-all-words.txt}.
 */
public final class HasItAllReader {
  /** In more words something else is told as well. */
  private static final int SHORT = 60;

  /** Nor is a text of so many signs cut into words. */
  private static final int LONGEST = 2_000;

  /** Each says it alone, and hardly anything else. */
  private static final List<String> PLAIN =
      List.of("device kept", "news", "would not", "no leave", "leave it");

  /** In more words they may be said of something else. */
  private static final int FEW = 30;

  private static final WordGroups WORDS =
      WordGroups.of(HasItAllReader.class, "has-it-all-words.txt");

  private HasItAllReader() {}

  /** Whether a sentence of {@code written} shows it, and none tells of what was amiss before. */
  public static boolean says(String written) {
    if (written.length() > LONGEST) {
      return false;
    }
    List<List<Words.Word>> clauses = MailText.of(written).clauses();
    return clauses.stream().mapToInt(List::size).sum() <= SHORT
        && clauses.stream().noneMatch(clause -> all(clause, "again"))
        && clauses.stream().anyMatch(HasItAllReader::hasIt);
  }

  /**
   * Whether {@code written} is short and says so in words that hardly mean anything else, whatever
   * the models think: "I still have my phone", "first I hear of this", "why would I?".
   */
  public static boolean plainly(String written) {
    return says(written)
        && MailText.of(written).words().list().size() <= FEW
        && MailText.of(written).clauses().stream().anyMatch(HasItAllReader::isPlain);
  }

  private static boolean isPlain(List<Words.Word> clause) {
    return PLAIN.stream().anyMatch(group -> all(clause, group)) && !all(clause, "not the thing");
  }

  private static boolean hasIt(List<Words.Word> clause) {
    boolean denies = all(clause, "not");
    boolean has =
        (all(clause, "device") && (all(clause, "here") || all(clause, "works")))
            || all(clause, "in", "now")
            || all(clause, "in", "works")
            || all(clause, "password", "known");
    boolean shows =
        isPlain(clause)
            || all(clause, "no reason")
            || (all(clause, "elsewhere") && !all(clause, "late"));
    return shows
        || (has && !denies)
        || (denies && all(clause, "lost"))
        || (denies && all(clause, "password", "need"))
        || all(clause, "insider", "knows");
  }

  /** Whether words of each of these groups stand in it. */
  private static boolean all(List<Words.Word> clause, String... groups) {
    return Stream.of(groups).allMatch(group -> WORDS.has(clause, group));
  }
}
