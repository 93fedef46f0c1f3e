package dev.latchkey.triage.form;

import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of {@code small-words.txt}, each group by its meaning. */
public final class SmallWords {
  private static final String FILE = "small-words.txt";
  private static final Map<String, String> ALTERNATIVES =
      WordList.alternatives(SmallWords.class, FILE);

  private SmallWords() {}

  /** As alternatives of a pattern, the longest first. */
  public static String of(String group) {
    return Objects.requireNonNull(ALTERNATIVES.get(group), group);
  }

  /** As they stand there. */
  public static List<String> list(String group) {
    return Objects.requireNonNull(WordList.phrases(SmallWords.class, FILE).get(group), group);
  }
}
