package dev.latchkey.letter;

import dev.latchkey.check.Lacking;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.writing.SentenceFamily;
import dev.latchkey.letter.writing.WordFamily;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.CommandFault;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a component of a letter or a sentence is; each kind is cleaned and printed in its way. */
public enum Kind {
  /** One line: a string, an address, a reference, a verb. */
  LINE,
  /** A {@link Text} of a person. */
  TEXT,
  /** A list of strings: lines of a person. */
  LINES,
  /** A whole number. */
  NUMBER,
  /** A {@code boolean}. */
  FLAG,
  /** An {@link Instant}. */
  MOMENT,
  /** A {@link LocalDate}, as a directory tells of it. */
  DATE,
  /** A {@link Duration}. */
  DURATION,
  /** A {@link Span}. */
  SPAN,
  /** A constant that a {@link WordFamily} has words for. */
  WORD,
  /** A collection of such. */
  WORDS,
  /** A sentence of the desk, see {@link SentenceFamily}. */
  SENTENCE,
  /** A list of such. */
  SENTENCES,
  /** A list of {@link Passage}. */
  PASSAGES;

  private static final Map<Class<?>, Kind> OF_TYPE =
      Map.ofEntries(
          Map.entry(String.class, LINE),
          Map.entry(EmailAddress.class, LINE),
          Map.entry(Reference.class, LINE),
          Map.entry(Verb.class, LINE),
          Map.entry(Text.class, TEXT),
          Map.entry(int.class, NUMBER),
          Map.entry(long.class, NUMBER),
          Map.entry(boolean.class, FLAG),
          Map.entry(Instant.class, MOMENT),
          Map.entry(LocalDate.class, DATE),
          Map.entry(Duration.class, DURATION),
          Map.entry(Span.class, SPAN),
          Map.entry(Phrase.class, SENTENCE),
          Map.entry(GiverPhrase.class, SENTENCE),
          Map.entry(Lacking.class, SENTENCE),
          Map.entry(ProofWay.class, SENTENCE),
          Map.entry(CommandFault.class, SENTENCE));

  /**
   * The kind of a component of that type.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Kind of(Class<?> type) {
    Kind kind = type.isEnum() && type != Verb.class ? WORD : OF_TYPE.get(type);
    if (kind == null) {
      throw new IllegalArgumentException("a letter cannot have a " + type.getSimpleName());
    }
    return kind;
  }

  /**
   * The kind of a collection of that type; a set of verbs is explained, a list of them is named.
   */
  static Kind ofMany(Class<?> collection, Class<?> type) {
    if (type == Verb.class && collection == Set.class) {
      return WORDS;
    }
    if (type == Passage.class) {
      return PASSAGES;
    }
    return switch (of(type)) {
      case LINE -> LINES;
      case WORD -> WORDS;
      case SENTENCE -> SENTENCES;
      default -> throw new IllegalArgumentException("a letter cannot list " + type.getSimpleName());
    };
  }

  /** The elements of a component that is a collection. */
  public static List<Object> elements(Object collection) {
    return List.copyOf((Collection<?>) collection);
  }
}
