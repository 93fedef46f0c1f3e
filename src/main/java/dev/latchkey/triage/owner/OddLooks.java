package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Knows the thoughts in which somebody says that their own mail looks strange, and why: "the weird
 * address is my sister's", "I know it looks fishy". Beside a yes they explain it; what is strange
 * to them ("there is a strange phone in my list") is none of them. The words stand in {@code
 * odd-looks.txt}.
 */
final class OddLooks {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(OddLooks.class, "odd-looks.txt");

  /** Words between a thing and what is odd about it, at most. */
  private static final int BESIDE = 1;

  private OddLooks() {}

  /** Whether a thought says so. */
  static boolean explains(List<Words.Word> said) {
    List<Hit<Set<String>>> hits = WORDS.find(said);
    return Lexicon.of(hits, "odd")
        .anyMatch(
            odd ->
                Lexicon.of(hits, "surface").anyMatch(thing -> thing.gap(odd) <= BESIDE)
                    || (Lexicon.has(hits, "seems") && Lexicon.has(hits, "grants")));
  }
}
