package dev.latchkey.letter.writing;

import dev.latchkey.check.Lacking;
import dev.latchkey.letter.Field;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.ProofWay;
import dev.latchkey.letter.Records;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.triage.command.CommandFault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sentences with values in them, each a record: its words stand under {@code phrase.NAME} and so
 * on, and name its components in braces.
 */
public enum SentenceFamily {
  PHRASE(Phrase.class),
  /** What a recommendation still needs, as an item. */
  LACKING(Lacking.class),
  /** How a proof is brought, to the requester. */
  WAY(ProofWay.class),
  /** Why a command could not be read. */
  FAULT(CommandFault.class);

  private final Class<?> type;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Map<Class<?>, Sentence> sentences = new LinkedHashMap<>();

  /** A sentence: where its words stand, and what they may name. */
  record Sentence(String key, List<Field> fields) {}

  SentenceFamily(Class<?> type) {
    this.type = type;
    Records.of(type)
        .forEach(
            record ->
                sentences.put(
                    record,
                    new Sentence(
                        name().toLowerCase(Locale.ROOT) + "." + LetterKind.upperSnake(record),
                        Field.of(record))));
  }

  /** All of them. */
  List<Sentence> sentences() {
    return List.copyOf(sentences.values());
  }

  /** The sentence that a record is. */
  static Sentence of(Object record) {
    return Arrays.stream(values())
        .filter(family -> family.type.isInstance(record))
        .flatMap(family -> Optional.ofNullable(family.sentences.get(record.getClass())).stream())
        .findFirst()
        .orElseThrow();
  }
}
