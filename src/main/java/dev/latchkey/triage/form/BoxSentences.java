package dev.latchkey.triage.form;

import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.words.Words;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences beside the boxes of a form. A line that holds the beginning of one is taken for it,
 * because mail clients wrap long lines, and so is one with something added.
 */
public final class BoxSentences {
  /** Fewer words may begin any sentence. */
  private static final int ENOUGH_WORDS = 4;

  /** A longer line holds more than a sentence beside a box. */
  private static final int LONGEST = 300;

  /** So many signs hold a word or two. */
  private static final int HEAD = 8;

  private final Set<String> beginnings;
  private final Map<Field, List<String>> sentences = new EnumMap<>(Field.class);

  public BoxSentences(Map<Field, List<String>> boxes) {
    boxes.forEach(
        (field, texts) -> sentences.put(field, texts.stream().map(BoxSentences::key).toList()));
    this.beginnings =
        boxes.values().stream().flatMap(List::stream).map(Words::first).collect(Collectors.toSet());
  }

  /** The fields that {@code text} is a sentence of. */
  public Set<Field> asks(String text) {
    if (text.length() > LONGEST || !beginnings.contains(Words.first(text))) {
      return Set.of();
    }
    if (!mayBegin(text)) {
      return Set.of();
    }
    String key = key(text);
    boolean enough = key.chars().filter(sign -> sign == ' ').count() >= ENOUGH_WORDS;
    Set<Field> asks = EnumSet.noneOf(Field.class);
    sentences.forEach(
        (field, texts) -> {
          if (texts.stream().anyMatch(sentence -> isSame(sentence, key, enough))) {
            asks.add(field);
          }
        });
    return asks;
  }

  /** Whether its first words are those of a sentence, as far as both have some. */
  private boolean mayBegin(String text) {
    int end = text.indexOf(' ', HEAD);
    String head = end < 0 ? "" : key(text.substring(0, end));
    return head.isBlank()
        || sentences.values().stream()
            .flatMap(List::stream)
            .anyMatch(sentence -> sentence.startsWith(head) || head.startsWith(sentence));
  }

  private static boolean isSame(String sentence, String key, boolean enough) {
    return enough ? sentence.startsWith(key) || key.startsWith(sentence) : key.equals(sentence);
  }

  /** With a blank behind each word, so that a word is never taken for the beginning of another. */
  private static String key(String text) {
    return Words.key(text) + " ";
  }
}
