package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody asks us to wait, or not to do what was announced: "hold off for now", "I
 * changed my mind", "don't do it". That is no objection, for it denies nothing, and no end; but
 * what was approved must not go on under it. In doubt it is one: to wait in vain costs a mail. The
 * words stand in {@code pause-words.txt}.
 */
public final class PauseReader {
  /** Where little else is said, in words. */
  private static final int FEW = 4;

  /** In more signs it is a report of something, and only its beginning is looked at. */
  private static final int LOOKED_AT = 4_000;

  private static final Lexicon<Set<String>> WORDS =
      new Lexicon<>(WordList.phrases(PauseReader.class, "pause-words.txt"), groups -> groups);

  private PauseReader() {}

  /** Whether {@code written} asks us to wait. */
  public static boolean pauses(String written) {
    String text = written.substring(0, Math.min(written.length(), LOOKED_AT));
    return Clauses.of(Words.of(text)).stream()
        .flatMap(clause -> parts(clause).stream())
        .anyMatch(PauseReader::isPause);
  }

  private static List<List<Words.Word>> parts(List<Words.Word> clause) {
    List<List<Words.Word>> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= clause.size(); at++) {
      if (at == clause.size() || clause.get(at).text().equals(",")) {
        parts.add(clause.subList(from, at));
        from = at + 1;
      }
    }
    return parts;
  }

  private static boolean isPause(List<Words.Word> part) {
    int begins = 0;
    for (Hit<Set<String>> hit : WORDS.find(part)) {
      boolean first = hit.from() == begins && hit.meaning().contains("first");
      boolean alone = part.size() <= FEW && hit.meaning().contains("alone");
      if (hit.meaning().contains("pause") || first || alone) {
        return true;
      }
      if (hit.from() == begins && hit.meaning().contains("please")) {
        begins = hit.to();
      }
    }
    return false;
  }
}
