package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells codes that a telephone or an app makes from saved ones: where each code of a mail is one of
 * those, and none of its words is for saved ones, nobody has lost any of these. The words stand in
 * {@code factor-codes-words.txt}.
 */
final class FactorCodesReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(FactorCodesReader.class, "factor-codes-words.txt");

  private FactorCodesReader() {}

  /** Whether codes are spoken of, and all of them are a device's. */
  static boolean only(MailText text) {
    boolean any = false;
    for (List<Words.Word> clause : text.clauses()) {
      List<Hit<Set<String>>> hits = WORDS.find(clause);
      if (Lexicon.has(hits, "saved")) {
        return false;
      }
      for (int at = 0; at < hits.size(); at++) {
        if (is(hits.get(at), "code")) {
          if (!ofDevice(hits, at, 1) && !ofDevice(hits, at, -1)) {
            return false;
          }
          any = true;
        }
      }
    }
    return any;
  }

  /** Whether a sentence speaks of a device's codes, and of no saved ones. */
  static boolean some(MailText text) {
    return text.clauses().stream()
        .map(WORDS::find)
        .filter(hits -> !Lexicon.has(hits, "saved"))
        .anyMatch(
            hits ->
                IntStream.range(0, hits.size())
                    .filter(at -> is(hits.get(at), "code"))
                    .anyMatch(at -> ofDevice(hits, at, 1) || ofDevice(hits, at, -1)));
  }

  /** Whether a device stands beside a code, on one side, with nothing else between the two. */
  private static boolean ofDevice(List<Hit<Set<String>>> hits, int code, int step) {
    return IntStream.iterate(code + step, at -> at >= 0 && at < hits.size(), at -> at + step)
        .takeWhile(at -> hits.get(at).gap(hits.get(at - step)) == 0)
        .mapToObj(hits::get)
        .takeWhile(hit -> is(hit, "between") || is(hit, "device"))
        .anyMatch(hit -> is(hit, "device"));
  }

  private static boolean is(Hit<Set<String>> hit, String group) {
    return hit.meaning().contains(group);
  }
}
