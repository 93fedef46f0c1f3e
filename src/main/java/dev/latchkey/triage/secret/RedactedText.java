package dev.latchkey.triage.secret;

import java.util.Set;
import java.util.function.Function;

/**
 * A text without its secrets: each stands as {@code [password removed]} with its kind's word.
 *
 * @param text safe to store, show, log and send, as far as secrets go
 * @param kinds the kinds found
 */
public record RedactedText(String text, Set<SecretKind> kinds) {
  private static final String REMOVED = " removed]";

  public RedactedText {
    kinds = Set.copyOf(kinds);
  }

  /** {@code text} without the marks that stand for secrets, whose words nobody wrote. */
  public static String withoutMarks(String text) {
    return withMarks(text, kind -> "");
  }

  /** {@code text} with other marks for secrets, as for readers of another language. */
  public static String withMarks(String text, Function<SecretKind, String> marks) {
    if (text.indexOf('[') < 0 || !text.contains(REMOVED)) {
      return text;
    }
    String other = text;
    for (SecretKind kind : SecretKind.values()) {
      other = other.replace(mark(kind), marks.apply(kind));
    }
    return other;
  }

  /** What stands in place of a secret. */
  static String mark(SecretKind kind) {
    return "[" + kind.word().replace('_', ' ') + REMOVED;
  }
}
