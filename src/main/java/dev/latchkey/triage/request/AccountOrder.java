package dev.latchkey.triage.request;

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

  private static final Pattern LATER =
      Pattern.compile(
          "(?iuU)(?:(?<![\\s,.;])[\\s,.;]++(?:(?:and|und|et|y|e)\\b)?+\\s*+\\b(?:after that|afterwards|then|later|danach|dann"
              + "|später|luego|después|ensuite|puis|après|depois|mais tarde)\\b.*"
              + "|[\\s,，、。]*(?:然后|之后|其次|再|その後|そのあと|次に|それから).*)$");

  private static final Pattern BESIDE =
      Pattern.compile(
          "(?iuU)\\b(?:first of all|first|please|pls|zuerst|erst|bitte|primero|por favor|d[’']abord"
              + "|s[’']il vous plaît|svp|primeiro)\\b|请|先|まず|最初に|お願いします");

  private AccountOrder() {}

  /** What is left of an answer for the first of them; nothing where it gives no order. */
  static Optional<String> first(String answer) {
    Matcher later = LATER.matcher(answer);
    return answer.length() <= LONGEST && later.find() && later.start() > 0
        ? Optional.of(BESIDE.matcher(answer.substring(0, later.start())).replaceAll(" ").strip())
        : Optional.empty();
  }
}
