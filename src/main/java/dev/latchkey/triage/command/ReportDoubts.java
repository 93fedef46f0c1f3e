package dev.latchkey.triage.command;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether words beside or below DONE deny that the reset was carried out, doubt it, or put it
 * off: "actually not yet", "update: it failed after all", "the link bounced, I think". The
 * requester and every owner read that it is done; so in doubt it is not, for to send DONE once more
 * costs a mail. The words stand in {@code report-doubts.txt}.
 */
public final class ReportDoubts {
  /** So many words may stand between a no and what it denies: "could not get it to work". */
  private static final int NEAR = 4;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(ReportDoubts.class, "report-doubts.txt");

  private ReportDoubts() {}

  /** Whether {@code words} leave a doubt that it was done. */
  public static boolean in(String words) {
    MailText text = MailText.of(words);
    return SecondThoughts.mistaken(text)
        || Clauses.parts(text.words()).stream().anyMatch(ReportDoubts::doubts)
        || text.clauses().stream().anyMatch(clause -> asks(words, clause));
  }

  private static boolean doubts(List<Words.Word> part) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(part);
    return Lexicon.has(hits, "unsure")
        || Lexicon.has(hits, "later")
        || Lexicon.of(hits, "failed").anyMatch(failed -> !follows(hits, "no", failed))
        || Lexicon.of(hits, "done")
            .anyMatch(done -> follows(hits, "no", done) || leads(hits, "no-behind", done))
        || (part.size() == 1 && Lexicon.has(hits, "no"));
  }

  /** Whether one of {@code group} stands a few words before {@code hit}. */
  private static boolean follows(
      List<Lexicon.Hit<Set<String>>> hits, String group, Lexicon.Hit<Set<String>> hit) {
    return Lexicon.of(hits, group)
        .anyMatch(it -> it.to() <= hit.from() && hit.from() - it.to() <= NEAR);
  }

  /** Whether one of {@code group} stands a few words behind {@code hit}. */
  private static boolean leads(
      List<Lexicon.Hit<Set<String>>> hits, String group, Lexicon.Hit<Set<String>> hit) {
    return Lexicon.of(hits, group)
        .anyMatch(it -> it.from() >= hit.to() && it.from() - hit.to() <= NEAR);
  }

  /** Whether the clause asks whether anything was done: "Did it work?" */
  private static boolean asks(String words, List<Words.Word> clause) {
    return Clauses.isQuestion(words, clause) && Lexicon.has(LEXICON.find(clause), "done");
  }
}
