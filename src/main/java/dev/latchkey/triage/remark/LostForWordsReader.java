package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody says that they do not understand what we ask, or cannot say what they
 * want: "which number? there are none", "I do not know what to write". The same questions once more
 * help nobody then, a person does. The words stand in {@code lost-for-words.txt}.
 */
public final class LostForWordsReader {
  private static final Lexicon<Set<String>> WORDS =
      new Lexicon<>(
          WordList.phrases(LostForWordsReader.class, "lost-for-words.txt"), groups -> groups);

  private LostForWordsReader() {}

  /** Whether a sentence of {@code written} says so. */
  public static boolean says(String written) {
    return MailText.of(written).clauses().stream()
        .map(WORDS::find)
        .anyMatch(LostForWordsReader::lost);
  }

  /** Whether each sentence of {@code written} says so: nothing in it answers anything. */
  public static boolean onlySays(String written) {
    List<List<Words.Word>> sentences = MailText.of(written).clauses();
    return !sentences.isEmpty()
        && sentences.stream().map(WORDS::find).allMatch(LostForWordsReader::lost);
  }

  private static boolean lost(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "lost")
        || (Lexicon.has(hits, "understand") && Lexicon.has(hits, "asked"))
        || (Lexicon.has(hits, "cannot") && Lexicon.has(hits, "say") && !Lexicon.has(hits, "event"));
  }
}
