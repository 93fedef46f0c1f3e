package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody says that they do not understand what we ask: "which number? there are
 * none". The same questions once more help nobody then, a person does. The words stand in {@code
 * lost-for-words.txt}.
 */
public final class LostForWordsReader {
  private static final Lexicon<Set<String>> WORDS =
      new Lexicon<>(
          WordList.phrases(LostForWordsReader.class, "lost-for-words.txt"), groups -> groups);

  private LostForWordsReader() {}

  /** Whether a sentence of {@code written} says so. */
  public static boolean says(String written) {
    return Clauses.of(Words.of(written)).stream()
        .map(WORDS::find)
        .anyMatch(LostForWordsReader::lost);
  }

  private static boolean lost(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "lost")
        || (Lexicon.has(hits, "understand") && Lexicon.has(hits, "asked"));
  }
}
