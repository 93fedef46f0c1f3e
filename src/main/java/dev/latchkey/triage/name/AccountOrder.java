package dev.latchkey.triage.name;

import dev.latchkey.triage.words.Conjunctions;
import dev.latchkey.triage.words.WordList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of several accounts in one answer what stands before the word that says which comes later: "potA
 * please, and after that potB". A request is about one account, and its writer said which.
 */
final class AccountOrder {
  /** A longer answer tells a story, of which "then" is a part. */
  private static final int LONGEST = 80;

  private static final Map<String, String> WORDS =
      WordList.alternatives(AccountOrder.class, "account-order-words.txt");

  private static final Pattern LATER =
      Pattern.compile(
          "(?iuU)(?:(?<![\\s,.;])[\\s,.;]++(?:(?:%s)\\b)?+\\s*+\\b(?:%s)\\b.*|[\\s,，、。]*(?:%s).*)$"
              .formatted(Conjunctions.AND, WORDS.get("later"), WORDS.get("later in signs")));

  private static final Pattern BESIDE =
      Pattern.compile(
          "(?iuU)\\b(?:%s)\\b|%s".formatted(WORDS.get("first"), WORDS.get("first in signs")));

  private AccountOrder() {}

  /** What is left of an answer for the first of them; nothing where it gives no order. */
  static Optional<String> first(String answer) {
    Matcher later = LATER.matcher(answer);
    return answer.length() <= LONGEST && later.find() && later.start() > 0
        ? Optional.of(BESIDE.matcher(answer.substring(0, later.start())).replaceAll(" ").strip())
        : Optional.empty();
  }
}
