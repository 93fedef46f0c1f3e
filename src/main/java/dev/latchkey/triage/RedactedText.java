package dev.latchkey.triage;

import java.util.Set;

/**
 * A text without its secrets: each stands as {@code [password removed]} with its kind's word.
 *
 * @param text safe to store, show, log and send, as far as secrets go
 * @param kinds the kinds found
 */
public record RedactedText(String text, Set<SecretKind> kinds) {
  public RedactedText {
    kinds = Set.copyOf(kinds);
  }
}
