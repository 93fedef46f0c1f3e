package dev.latchkey.triage.remark;

import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordGroups;
import dev.latchkey.triage.words.Words;
import java.util.List;

/**
 * Tells whether somebody says that they want no account back at all, or lost none and are in it:
 * their mail was taken for a request, and "nothing" in it answers no question of ours. A but, or a
 * way in which they do not want it, says something else. The words stand in {@code
 * no-wish-words.txt}.
 */
public final class NoWishReader {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 4_000;

  private static final WordGroups WORDS = WordGroups.of(NoWishReader.class, "no-wish-words.txt");

  private NoWishReader() {}

  /** Whether a sentence of {@code written} says so, and no question. */
  public static boolean says(String written) {
    return says(MailText.of(RedactedText.withoutMarks(written)));
  }

  /**
   * Whether beside that something else is wanted of us: "I want nothing back, only another address
   * in my account".
   */
  public static boolean wantsElse(MailText written) {
    MailText begin = written.beginning(LOOKED_AT);
    return begin.clauses().stream()
        .anyMatch(
            clause ->
                Clauses.isQuestion(begin.text(), clause)
                    || (!wantsNone(clause) && WORDS.has(clause, "else")));
  }

  /** Whether it says so, of a text that others read as well, without the marks of secrets. */
  public static boolean says(MailText written) {
    MailText begin = written.beginning(LOOKED_AT);
    for (List<Words.Word> clause : begin.clauses()) {
      if (wantsNone(clause) && !Clauses.isQuestion(begin.text(), clause)) {
        return true;
      }
    }
    return neverLost(begin);
  }

  /** "I never lost it, I am in my account": in these or other sentences, and none says but. */
  private static boolean neverLost(MailText begin) {
    List<List<Words.Word>> told =
        begin.clauses().stream()
            .filter(clause -> !Clauses.isQuestion(begin.text(), clause))
            .toList();
    return told.stream()
            .anyMatch(
                clause -> WORDS.has(clause, "nothing lost") && !WORDS.has(clause, "lost thing"))
        && told.stream().anyMatch(clause -> WORDS.has(clause, "inside"))
        && !WORDS.has(begun(begin.clauses().get(0)), "yet")
        && begin.clauses().stream().skip(1).noneMatch(clause -> WORDS.has(clause, "yet"));
  }

  private static boolean wantsNone(List<Words.Word> clause) {
    boolean all =
        WORDS.has(clause, "not want")
            && WORDS.has(clause, "recover")
            && WORDS.has(clause, "anything");
    // "But" in front of it all is only how it begins.
    return (all || WORDS.has(clause, "whole")) && !WORDS.has(begun(clause), "but");
  }

  /** What follows its first word. */
  private static List<Words.Word> begun(List<Words.Word> clause) {
    return clause.subList(Math.min(1, clause.size()), clause.size());
  }
}
