package dev.latchkey.outgoing;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that letters are tried with, as a desk would give them. */
final class LetterTexts {
  static final String CODE = "7GQ2-MX4A-9KTR-22WD";

  private LetterTexts() {}

  static Map<String, @Nullable Object> valuesOf(Letter letter) {
    Map<String, @Nullable Object> values = new HashMap<>();
    letter.variables().forEach((name, variable) -> values.put(name, valueOf(name, variable)));
    return values;
  }

  static Map<String, @Nullable Object> valuesOf(Letter letter, String name, Object value) {
    Map<String, @Nullable Object> values = valuesOf(letter);
    values.put(name, value);
    return values;
  }

  private static Object valueOf(String name, Variable variable) {
    return switch (variable.kind()) {
      case LINE ->
          switch (name) {
            case "desk" -> "Example Index account desk";
            case "reference" -> "LK-1042";
            case "into" -> "LK-1017";
            case "code", "cancelCode" -> CODE;
            case "account" -> "dora";
            case "command" -> "HOLD";
            case "by" -> "alice@staff.example";
            default -> "72 hours";
          };
      case TEXT ->
          switch (name) {
            case "recommendation" ->
                "Approve. 12 points in two groups, with a fresh code from the registered address,"
                    + " and nothing speaks against it.";
            default ->
                "The first line of it.\n\nAnd a second one, which is long enough to pass the"
                    + " width of a mail, so that it has to be broken somewhere.";
          };
      case LINES -> List.of("a first fact, dated 2026-02-01", "a second fact");
      case NUMBER -> 4;
      case FLAG -> true;
      case MOMENT -> Instant.parse("2026-03-03T14:00:00Z");
      case SPAN -> new Span(Duration.ofDays(3), Duration.ofHours(180));
      case STATE -> TicketState.PROVING;
      case QUESTIONS -> List.of(Question.REASON, Question.ACCOUNT_NAME);
      case SECRETS -> List.of("password", "recovery_code");
      case LEVEL -> "HIGH";
    };
  }
}
