package dev.latchkey.triage.command;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether what a member of the staff wrote below a command that leads on takes it back, "No,
 * wait, please do not approve.", or makes it wait for somebody: "subject to Bob's okay". In doubt
 * it does, for to send the command once more costs a mail. The words stand in {@code
 * second-thoughts.txt}.
 */
public final class SecondThoughts {
  /** So many words may stand before the one that halts or asks: "oh no, wait", "but please ask". */
  private static final int BEFORE = 2;

  private static final Lexicon<Set<String>> LEXICON =
      new Lexicon<>(
          WordList.phrases(SecondThoughts.class, "second-thoughts.txt"), groups -> groups);

  private SecondThoughts() {}

  /** Whether {@code remark} takes back what stands above it. */
  public static boolean takeBack(String remark) {
    return MailText.of(remark).clauses().stream().anyMatch(SecondThoughts::takesBack);
  }

  /** Whether anything is denied in {@code remark}: "Done? Not by me." */
  static boolean denies(String remark) {
    return MailText.of(remark).clauses().stream()
        .anyMatch(clause -> Lexicon.has(LEXICON.find(clause), "no"));
  }

  private static boolean takesBack(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    return Lexicon.has(hits, "mistaken")
        || Lexicon.has(hits, "doubt")
        || Lexicon.has(hits, "condition")
        || (Lexicon.has(hits, "no") && Lexicon.has(hits, "approve"))
        || (Lexicon.has(hits, "first") && Lexicon.has(hits, "act"))
        || isLed(hits)
        || begins(hits, "halt")
        || begins(hits, "ask");
  }

  private static boolean begins(List<Lexicon.Hit<Set<String>>> hits, String group) {
    return Lexicon.of(hits, group).anyMatch(hit -> hit.from() <= BEFORE);
  }

  /** Whether somebody's consent is what the clause depends on: "if Bob agrees". */
  private static boolean isLed(List<Lexicon.Hit<Set<String>>> hits) {
    int led = Integer.MAX_VALUE;
    for (Lexicon.Hit<Set<String>> hit : hits) {
      if (hit.meaning().contains("agrees") && hit.from() > led) {
        return true;
      }
      if (hit.meaning().contains("if")) {
        led = Math.min(led, hit.from());
      }
    }
    return false;
  }
}
