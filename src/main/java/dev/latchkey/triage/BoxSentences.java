package dev.latchkey.triage;

import dev.latchkey.triage.RequestForm.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences beside the boxes of a form. A line that holds the beginning of one is taken for it,
 * because mail clients wrap long lines, and so is one with something added.
 */
final class BoxSentences {
  /** Fewer words may begin any sentence. */
  private static final int ENOUGH_WORDS = 4;

  /** A longer line holds more than a sentence beside a box. */
  private static final int LONGEST = 300;

  private final Set<String> beginnings;
  private final List<String> all;
  private final Map<Field, List<String>> sentences = new EnumMap<>(Field.class);

  BoxSentences(Map<Field, List<String>> boxes) {
    boxes.forEach((field, texts) -> sentences.put(field, texts.stream().map(Words::key).toList()));
    this.beginnings =
        boxes.values().stream().flatMap(List::stream).map(Words::first).collect(Collectors.toSet());
    this.all = sentences.values().stream().flatMap(List::stream).toList();
  }

  /** Whether {@code text} is a sentence of {@code field}. */
  boolean holds(Field field, String text) {
    return isAny(sentences.getOrDefault(field, List.of()), text);
  }

  /** Whether {@code text} is a sentence of any field. */
  boolean holds(String text) {
    return isAny(all, text);
  }

  private boolean isAny(List<String> sentences, String text) {
    if (text.length() > LONGEST || !beginnings.contains(Words.first(text))) {
      return false;
    }
    String key = Words.key(text);
    boolean enough = key.chars().filter(sign -> sign == ' ').count() >= ENOUGH_WORDS - 1;
    return sentences.stream()
        .anyMatch(
            sentence ->
                key.equals(sentence)
                    || (enough
                        && (sentence.startsWith(key + " ") || key.startsWith(sentence + " "))));
  }
}
