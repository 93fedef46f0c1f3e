package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether nobody of several knows a password any more: whoever writes that is locked out,
 * wherever those people are. That nobody else knows it says nothing. The words stand in {@code
 * nobody-knows-words.txt}.
 */
public final class NobodyKnowsReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NobodyKnowsReader.class, "nobody-knows-words.txt");

  /** Words between nobody and what they do not know, at most: "of us in the rowing club". */
  private static final int NEAR = 8;

  private NobodyKnowsReader() {}

  /** Whether a clause that asks nothing says so. */
  public static boolean says(MailText text) {
    return text.clauses().stream()
        .filter(clause -> !Clauses.isQuestion(text.text(), clause))
        .anyMatch(NobodyKnowsReader::says);
  }

  private static boolean says(List<Words.Word> clause) {
    List<Hit<Set<String>>> hits = WORDS.find(clause);
    Optional<Hit<Set<String>>> nobody = Lexicon.of(hits, "nobody").findFirst();
    return !Lexicon.has(hits, "kept")
        && Lexicon.has(hits, "secret")
        && nobody
            .filter(
                who ->
                    Lexicon.of(hits, "knows")
                        .anyMatch(knows -> knows.from() >= who.to() && knows.gap(who) <= NEAR))
            .isPresent();
  }
}
