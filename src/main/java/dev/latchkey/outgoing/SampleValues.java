package dev.latchkey.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values to try a template with before the first real letter. */
final class SampleValues {
  private SampleValues() {}

  /**
   * A value for every variable.
   *
   * @param full with something in every list and every optional; otherwise with nothing
   */
  static Map<String, @Nullable Object> of(Letter letter, boolean full) {
    Map<String, @Nullable Object> values = new HashMap<>();
    letter
        .variables()
        .forEach((name, variable) -> values.put(name, full ? full(variable) : bare(variable)));
    return values;
  }

  private static Object full(Variable variable) {
    return switch (variable.kind()) {
      case LINE, TEXT -> "sample";
      case LINES -> List.of("one", "two");
      case NUMBER -> 2;
      case FLAG -> true;
      case MOMENT -> Instant.EPOCH;
      case SPAN -> new Span(Duration.ofDays(3), Duration.ofDays(8));
      case STATE, LEVEL -> WordFamily.of(variable.kind()).known().get(0);
      case QUESTIONS, SECRETS -> WordFamily.of(variable.kind()).known();
    };
  }

  private static Object bare(Variable variable) {
    if (variable.optional()) {
      return Optional.empty();
    }
    return switch (variable.kind()) {
      case LINE, TEXT -> "";
      case LINES, QUESTIONS, SECRETS -> List.of();
      case NUMBER -> 0;
      case FLAG -> false;
      case MOMENT, SPAN, STATE, LEVEL -> full(variable);
    };
  }
}
