package dev.latchkey.letter.writing;

import dev.latchkey.check.Lacking;
import dev.latchkey.letter.Field;
import dev.latchkey.letter.Kind;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.Letterhead;
import dev.latchkey.letter.Part;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Records;
import dev.latchkey.letter.Span;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.AccountPhrase;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Letters and sentences to try templates and words with before the first real one. */
public final class Samples {
  private static final Instant NOW = Instant.parse("2026-02-27T14:00:00Z");
  private static final String TEXT =
      invented(
          "Dora wrote this line.",
          "And a second one that is long enough to be broken by the window in which it is read.");

  /** What a line of that name holds. */
  private static final Map<String, String> LINES =
      Map.of(
          "account", "dora",
          "code", "7GQ2-MX4A-9KTR-22WD",
          "cancelCode", "STOP-4KTR-22WD",
          "language", "de",
          "token", "recovery-7gq2mx4a9ktr22wdkp5e",
          "place", "https://git.example/dora/widget");

  private static final Instant LATER = Instant.parse("2026-03-03T14:00:00Z");

  private Samples() {}

  /**
   * A letter of that kind.
   *
   * @param full with something in every list and every Optional; otherwise with nothing
   */
  public static Letter letter(LetterKind kind, boolean full) {
    return (Letter) of(kind.type(), full);
  }

  private static String invented(String... lines) {
    return String.join("\n", lines);
  }

  /** What every letter of a desk knows, on the day on which the samples are written. */
  public static Letterhead head(String desk, EmailAddress address) {
    return new Letterhead(desk, address.toString(), new Reference(1_042).toString(), NOW);
  }

  /** What every letter knows. */
  static Letterhead head(String reference) {
    return new Letterhead("desk", "sample@desk.example", reference, NOW);
  }

  /**
   * A record of that type.
   *
   * @param full with something in every list and every Optional; otherwise with nothing
   */
  public static Object of(Class<?> type, boolean full) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Field> fields =
        Field.of(type).stream().collect(Collectors.toMap(Field::name, Function.identity()));
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Class<?> component = components[i].getType();
      values[i] =
          Part.class.isAssignableFrom(component)
              ? of(component, full)
              : value(component, Objects.requireNonNull(fields.get(components[i].getName())), full);
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
      return full ? Optional.of(one(field.element(), field.name(), true)) : Optional.empty();
    }
    if (type == List.class) {
      return full ? many(field) : List.of();
    }
    if (type == Set.class) {
      return full ? Set.of(Objects.requireNonNull(field.element().getEnumConstants())) : Set.of();
    }
    return one(type, field.name(), full);
  }

  private static List<Object> many(Field field) {
    if (field.element() == Phrase.class) {
      return List.of(
          new AccountPhrase.AddressWith(
              EmailAddress.of("dora@mail.example"),
              List.of(new AccountPhrase.Since(LocalDate.of(2021, 3, 1)))),
          new AccountPhrase.SecondFactor(true));
    }
    if (field.kind() == Kind.PASSAGES) {
      return List.of(
          new Passage(
              new MessagePhrase.WrittenByRequester("dora@mail.example", LATER), new Text(TEXT)));
    }
    Object one = one(field.element(), field.name(), true);
    return List.of(one, one);
  }

  private static Object one(Class<?> type, String name, boolean full) {
    return switch (Kind.of(type)) {
      case LINE -> line(type, name, full);
      case TEXT -> full ? new Text(TEXT) : Text.NONE;
      case NUMBER -> type == int.class ? (Object) (full ? 2 : 0) : (Object) (full ? 2L : 0L);
      case FLAG -> full;
      case MOMENT -> LATER;
      case DATE -> LocalDate.of(2021, 3, 1);
      case DURATION -> full ? Duration.ofDays(3) : Duration.ZERO;
      case SPAN -> full ? Span.usual(Duration.ofDays(8)) : Span.target(Duration.ofDays(8));
      case WORD -> Objects.requireNonNull(type.getEnumConstants())[0];
      case SENTENCE ->
          type == Phrase.class
              ? new EvidencePhrase.NotRecommended(List.of(new Lacking.Points(12, 8)))
              : of(Records.of(type).findFirst().orElseThrow(), full);
      case LINES, WORDS, SENTENCES, PASSAGES ->
          throw new IllegalArgumentException(type.getSimpleName());
    };
  }

  private static Object line(Class<?> type, String name, boolean full) {
    if (type == EmailAddress.class) {
      return EmailAddress.of("dora@mail.example");
    }
    if (type == Reference.class) {
      return new Reference(1_017);
    }
    if (type == Verb.class) {
      return Verb.HOLD;
    }
    return full ? LINES.getOrDefault(name, "sample") : "";
  }
}
