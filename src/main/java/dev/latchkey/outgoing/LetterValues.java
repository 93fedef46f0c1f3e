package dev.latchkey.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables of one letter as its template gets them: all there, of their kind, and clean. */
final class LetterValues {
  private LetterValues() {}

  /**
   * @throws IllegalArgumentException when a variable is absent, unknown or of another kind
   */
  static Map<String, Object> of(Letter letter, Map<String, ? extends @Nullable Object> given) {
    for (String name : given.keySet()) {
      if (!letter.variables().containsKey(name)) {
        throw new IllegalArgumentException(letter + " has no variable " + name);
      }
    }
    Map<String, Object> values = new HashMap<>();
    for (Variable variable : letter.variables().values()) {
      if (!given.containsKey(variable.name())) {
        throw new IllegalArgumentException(letter + " lacks " + variable.name());
      }
      Object value = given.get(variable.name());
      Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (bare == null && !variable.optional()) {
        throw new IllegalArgumentException(letter + " needs a value for " + variable.name());
      }
      if (bare == null) {
        putNull(values, variable.name());
      } else {
        values.put(variable.name(), clean(letter, variable, bare));
      }
    }
    return values;
  }

  /** Pebble tells "known, but null" from "unknown" by the key. */
  @SuppressWarnings("NullAway")
  private static void putNull(Map<String, Object> values, String name) {
    values.put(name, null);
  }

  private static Object clean(Letter letter, Variable variable, Object value) {
    return switch (variable.kind()) {
      case LINE -> PlainText.line(value.toString());
      case TEXT -> String.join("\n", PlainText.lines(value.toString()));
      case LINES -> PlainText.eachAsLine(require(letter, variable, value, Collection.class));
      case NUMBER -> require(letter, variable, value, Number.class).longValue();
      case FLAG -> require(letter, variable, value, Boolean.class);
      case MOMENT -> require(letter, variable, value, Instant.class);
      case SPAN -> require(letter, variable, value, Span.class);
      case STATE, LEVEL -> known(letter, variable, value);
      case QUESTIONS, SECRETS -> allKnown(letter, variable, value);
    };
  }

  /** In the order in which they are known, whatever the collection's. */
  private static List<String> allKnown(Letter letter, Variable variable, Object value) {
    List<String> names = new ArrayList<>();
    for (Object each : require(letter, variable, value, Collection.class)) {
      names.add(known(letter, variable, each));
    }
    return WordFamily.of(variable.kind()).known().stream().filter(names::contains).toList();
  }

  private static String known(Letter letter, Variable variable, Object value) {
    String name = value instanceof Enum<?> constant ? constant.name() : value.toString();
    if (!WordFamily.of(variable.kind()).known().contains(name)) {
      throw new IllegalArgumentException(
          letter + ": there are no words for the value of " + variable.name());
    }
    return name;
  }

  private static <T> T require(Letter letter, Variable variable, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          letter + ": " + variable.name() + " is not of kind " + variable.kind());
    }
    return type.cast(value);
  }
}
