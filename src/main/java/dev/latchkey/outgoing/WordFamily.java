package dev.latchkey.outgoing;

import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.TicketState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words of {@code words.properties} that belong together: keys {@code state.PROVING} and so on, for
 * every value that a kind of variable can have.
 */
enum WordFamily {
  /** Where a ticket stands, as a sentence to the requester. */
  STATE(Variable.Kind.STATE, names(TicketState.values())),
  /** What the requester can do about it, as a sentence to them. */
  TODO(Variable.Kind.STATE, names(TicketState.values())),
  /** Where a ticket stands, in few words for staff. */
  STAGE(Variable.Kind.STATE, names(TicketState.values())),
  /** What a question of the form asks, as an item of a list. */
  QUESTION(Variable.Kind.QUESTIONS, names(Answers.Question.values())),
  /** A kind of secret, as an item of a list. */
  SECRET(
      Variable.Kind.SECRETS,
      List.of(
          "password",
          "api_token",
          "recovery_code",
          "totp_seed",
          "private_key",
          "session_cookie",
          "card_number")),
  /** An assurance level of DESIGN section 2, with what it means. */
  LEVEL(Variable.Kind.LEVEL, List.of("SELF", "STANDARD", "HIGH", "EXCEPTION", "FLOOR"));

  private final Variable.Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final List<String> values;

  WordFamily(Variable.Kind kind, List<String> values) {
    this.kind = kind;
    this.values = List.copyOf(values);
  }

  /** The family that templates name so, in lower case. */
  static Optional<WordFamily> find(String name) {
    return Arrays.stream(values()).filter(family -> family.prefix().equals(name)).findFirst();
  }

  /** How templates name the families. */
  static List<String> prefixes() {
    return Arrays.stream(values()).map(WordFamily::prefix).toList();
  }

  /** The first family for variables of that kind; those of one kind know the same values. */
  static WordFamily of(Variable.Kind kind) {
    return Arrays.stream(values()).filter(family -> family.kind == kind).findFirst().orElseThrow();
  }

  /** The kind of the variables it has words for. */
  Variable.Kind kind() {
    return kind;
  }

  private String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every value it has words for. */
  List<String> known() {
    return values;
  }

  /** Where the words for a value stand. */
  String key(String value) {
    return prefix() + "." + value;
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
