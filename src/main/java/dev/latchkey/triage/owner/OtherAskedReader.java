package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells whether somebody says that another person asked in their place: "my wife did, she uses my
 * mailbox". Beside a code that makes the code a doubtful proof: whoever asked is not who answers.
 * Who typed for them, or told them what to do, did not ask. The words stand in {@code
 * other-asked-words.txt}.
 */
public final class OtherAskedReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(OtherAskedReader.class, "other-asked-words.txt");

  /** Words between who speaks and what they did. */
  private static final int NEAR = 4;

  private OtherAskedReader() {}

  /** Whether a sentence of {@code written} says so, and no question. */
  public static boolean says(String written) {
    return MailText.of(written).clauses().stream()
        .filter(clause -> !Clauses.isQuestion(written, clause))
        .map(WORDS::find)
        .anyMatch(OtherAskedReader::another);
  }

  private static boolean another(List<Hit<Set<String>>> hits) {
    boolean asked =
        Lexicon.has(hits, "somebody")
            && IntStream.range(0, hits.size())
                .filter(at -> hits.get(at).meaning().contains("asked"))
                .anyMatch(at -> !isOwn(hits, at));
    return (asked || Lexicon.has(hits, "whole")) && !Lexicon.has(hits, "helper");
  }

  /** "I wrote that my husband has the phone": who speaks did it, nobody stands between. */
  private static boolean isOwn(List<Hit<Set<String>>> hits, int at) {
    if (at == 0 || !hits.get(at - 1).meaning().contains("i did")) {
      return false;
    }
    return hits.get(at).gap(hits.get(at - 1)) <= NEAR;
  }
}
