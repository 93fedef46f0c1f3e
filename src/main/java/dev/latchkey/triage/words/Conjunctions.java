package dev.latchkey.triage.words;

import java.util.Map;
import java.util.Objects;

/** "And" and "or" in the languages that the desk reads, as alternatives of a pattern. */
public final class Conjunctions {
  private static final Map<String, String> WORDS =
      WordList.alternatives(Conjunctions.class, "conjunctions.txt");

  /** Words that join what is said. */
  public static final String AND = words("and");

  /** Words between things of which one is meant. */
  public static final String OR = words("or");

  /** Words and signs that join the names of a list. */
  public static final String AND_OF_LISTS = AND + "|" + words("and of lists");

  private Conjunctions() {}

  private static String words(String section) {
    return Objects.requireNonNull(WORDS.get(section), section);
  }
}
