package dev.latchkey.triage.proof;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;

/**
 * Tells whether somebody who is asked for a proof offers what only people can take: to come, or to
 * show a document of who they are. The words stand in {@code in-person-words.txt}.
 */
public final class InPersonReader {
  private static final WordGroups GROUPS =
      WordGroups.of(InPersonReader.class, "in-person-words.txt");

  private InPersonReader() {}

  /** Whether {@code typed} offers that. */
  public static boolean offers(String typed) {
    return Clauses.parts(MailText.of(typed).words()).stream()
        .anyMatch(
            clause ->
                (GROUPS.has(clause, "comes") || GROUPS.has(clause, "document"))
                    && !GROUPS.has(clause, "not"));
  }
}
