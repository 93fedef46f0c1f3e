package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a first mail that sounds like a request is about none of our accounts: its writer
 * wants into another house ("my banking app does not let me in"), is refused by a thing ("the badge
 * stopped working"), or wants no more mail and never had an account. Whoever speaks of anything
 * that only our accounts have may mean ours as well, and is none of these. The words stand in
 * {@code elsewhere-words.txt}.
 */
public final class ElsewhereReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(ElsewhereReader.class, "elsewhere-words.txt");

  /** In more words, or signs of the East for half a word, more is told. */
  private static final int SHORT = 80;

  /** Words between a house or a thing and what is the matter with it, at most. */
  private static final int NEAR = 3;

  /** Of a longer text nothing is looked at, in signs. */
  private static final int LOOKED_AT = 2_000;

  private ElsewhereReader() {}

  /** Whether a mail is. */
  public static boolean says(MailText subject, MailText written) {
    if (written.text().length() > LOOKED_AT || Words.length(written.words().list()) > SHORT) {
      return false;
    }
    List<List<Hit<Set<String>>>> clauses =
        written.clausesBelow(subject).stream().map(WORDS::find).toList();
    if (any(clauses, "ours")) {
      return false;
    }
    return clauses.stream().anyMatch(hits -> near(hits, "house", "at"))
        || clauses.stream().anyMatch(hits -> near(hits, "thing", "from"))
        || (any(clauses, "list") && any(clauses, "never") && !any(clauses, "but"));
  }

  private static boolean any(List<List<Hit<Set<String>>>> clauses, String group) {
    return clauses.stream().anyMatch(hits -> Lexicon.has(hits, group));
  }

  private static boolean near(List<Hit<Set<String>>> hits, String one, String other) {
    return Lexicon.of(hits, one)
        .anyMatch(hit -> Lexicon.of(hits, other).anyMatch(near -> near.gap(hit) <= NEAR));
  }
}
