package dev.latchkey.letter;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Letters and sentences to try templates and words with before the first real one. */
final class Samples {
  private Samples() {}

  /** What every letter knows. */
  static Letterhead head(String reference) {
    return new Letterhead("desk", "sample@desk.example", reference, Instant.EPOCH);
  }

  /**
   * A record of that type.
   *
   * @param full with something in every list and every Optional; otherwise with nothing
   */
  static Object of(Class<?> type, boolean full) {
    RecordComponent[] components = type.getRecordComponents();
    List<Field> fields = Field.of(type);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i].getType(), fields.get(i), full);
    }
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getSimpleName() + " cannot be made", e);
    }
  }

  private static Object value(Class<?> type, Field field, boolean full) {
    if (type == Optional.class) {
      return full ? Optional.of(one(field.element(), true)) : Optional.empty();
    }
    if (type == List.class) {
      if (!full) {
        return List.of();
      }
      return field.kind() == Kind.PASSAGES
          ? List.of(new Passage(new Phrase.NoSuchAccount(), new Text("sample")))
          : List.of(one(field.element(), true), one(field.element(), true));
    }
    if (type == Set.class) {
      return full ? Set.of(Objects.requireNonNull(field.element().getEnumConstants())) : Set.of();
    }
    return one(type, full);
  }

  private static Object one(Class<?> type, boolean full) {
    return switch (Kind.of(type)) {
      case LINE -> line(type, full);
      case TEXT -> full ? new Text("sample") : Text.NONE;
      case NUMBER -> type == int.class ? (Object) (full ? 2 : 0) : (Object) (full ? 2L : 0L);
      case FLAG -> full;
      case MOMENT -> Instant.EPOCH;
      case DURATION -> full ? Duration.ofDays(3) : Duration.ZERO;
      case SPAN -> new Span(Duration.ofDays(3), Duration.ofDays(8));
      case WORD -> Objects.requireNonNull(type.getEnumConstants())[0];
      case SENTENCE -> of(type.getPermittedSubclasses()[0], full);
      case LINES, WORDS, SENTENCES, PASSAGES ->
          throw new IllegalArgumentException(type.getSimpleName());
    };
  }

  private static Object line(Class<?> type, boolean full) {
    if (type == EmailAddress.class) {
      return EmailAddress.of("sample@desk.example");
    }
    if (type == Reference.class) {
      return new Reference(1);
    }
    return type == Verb.class ? Verb.HELP : full ? "sample" : "";
  }
}
