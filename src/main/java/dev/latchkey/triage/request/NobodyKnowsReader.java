package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells whether nobody of several knows a password any more: whoever writes that is locked out,
 * wherever those people are. That nobody else knows it says nothing. The words stand in {@code
 * nobody-knows-words.txt}.
 */
public final class NobodyKnowsReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NobodyKnowsReader.class, "nobody-knows-words.txt");

  /** Words between two that count, at most: "of us in the rowing club". */
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
    return Lexicon.has(hits, "secret")
        && !Lexicon.has(hits, "kept")
        && IntStream.range(0, hits.size())
            .filter(at -> hits.get(at).meaning().contains("nobody"))
            .anyMatch(nobody -> leadsToKnowing(hits, nobody));
  }

  /** Whether what they do not know, or that they do not, follows soon, and so on to the latter. */
  private static boolean leadsToKnowing(List<Hit<Set<String>>> hits, int nobody) {
    return IntStream.range(nobody + 1, hits.size())
        .takeWhile(at -> hits.get(at).gap(hits.get(at - 1)) <= NEAR)
        .anyMatch(at -> hits.get(at).meaning().contains("knows"));
  }
}
