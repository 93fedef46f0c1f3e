package dev.latchkey.triage;

import dev.latchkey.triage.RequestForm.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sentences beside the boxes of a form. A line that holds the beginning of one is taken for it,
 * because mail clients wrap long lines, and so is one with something added.
 */
final class BoxSentences {
  /** Fewer words may begin any sentence. */
  private static final int ENOUGH_WORDS = 4;

  private final Map<Field, List<String>> sentences = new EnumMap<>(Field.class);

  BoxSentences(Map<Field, List<String>> boxes) {
    boxes.forEach((field, texts) -> sentences.put(field, texts.stream().map(Words::key).toList()));
  }

  /** Whether {@code text} is a sentence of {@code field}. */
  boolean holds(Field field, String text) {
    String key = Words.key(text);
    boolean enough = key.chars().filter(sign -> sign == ' ').count() >= ENOUGH_WORDS - 1;
    return sentences.getOrDefault(field, List.of()).stream()
        .anyMatch(
            sentence ->
                key.equals(sentence)
                    || (enough
                        && (sentence.startsWith(key + " ") || key.startsWith(sentence + " "))));
  }

  /** Whether {@code text} is a sentence of any field. */
  boolean holds(String text) {
    return sentences.keySet().stream().anyMatch(field -> holds(field, text));
  }
}
