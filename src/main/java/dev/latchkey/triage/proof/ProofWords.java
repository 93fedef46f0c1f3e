package dev.latchkey.triage.proof;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The phrases of {@code proof-words.txt}, several a line. */
final class ProofWords {
  private ProofWords() {}

  /** Names nothing, and so stands only between names. */
  private static final String COMMON = "common";

  /** Each phrase means the sections that it stands in. */
  static Lexicon<Set<String>> lexicon() {
    Map<String, List<String>> phrases = sections();
    phrases.remove(COMMON);
    return new Lexicon<>(phrases, groups -> groups);
  }

  static Map<String, List<String>> sections() {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    WordList.sections(ProofWords.class, "proof-words.txt")
        .forEach(
            (section, lines) ->
                phrases.put(
                    section,
                    lines.stream()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .map(String::strip)
                        .filter(phrase -> !phrase.isEmpty())
                        .toList()));
    return phrases;
  }
}
