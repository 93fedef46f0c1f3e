package dev.latchkey.triage.command;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether what a member of the staff wrote beside a RESUME doubts it: "I still wonder whether
 * he got in alone". Whoever resumes says why, so that more may stand here than beside an approval,
 * and reasons have no end of words; but a reason states. What asks, supposes, hopes, worries or
 * makes a condition is none. A reason that is a bad one stays: it stands in the case, which a
 * person has yet to approve. In doubt it is a doubt, for to send RESUME once more costs a mail. The
 * words stand in {@code wondering-words.txt}.
 */
public final class ResumeRemark {
  /** So many words may stand between a no and the certainty that it denies. */
  private static final int NEAR = 4;

  /** Chinese and Japanese set what denies behind: "自信がありません". */
  private static final int BEHIND = 3;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(ResumeRemark.class, "wondering-words.txt");

  private ResumeRemark() {}

  /** Whether {@code remark} leaves any doubt about what stands above it. */
  public static boolean doubts(String remark) {
    return SecondThoughts.takeBack(remark)
        || QuestionMark.isIn(remark)
        || MailText.of(remark).clauses().stream().anyMatch(ResumeRemark::wonders);
  }

  private static boolean wonders(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    boolean supposes = Lexicon.of(hits, "wonders").anyMatch(hit -> !isRightBefore(hits, hit));
    boolean unsure = Lexicon.of(hits, "sure").anyMatch(sure -> isDenied(clause, hits, sure));
    return supposes || unsure;
  }

  /** "No doubt", "ohne Zweifel". */
  private static boolean isRightBefore(
      List<Lexicon.Hit<Set<String>>> hits, Lexicon.Hit<Set<String>> wonders) {
    return Lexicon.of(hits, "no").anyMatch(no -> no.to() == wonders.from());
  }

  private static boolean isDenied(
      List<Words.Word> clause, List<Lexicon.Hit<Set<String>>> hits, Lexicon.Hit<Set<String>> sure) {
    boolean east = TextWords.isEast(clause.get(sure.from()).text().charAt(0));
    return Lexicon.of(hits, "no")
        .anyMatch(
            no ->
                (no.to() <= sure.from() && sure.from() - no.to() <= NEAR)
                    || (east && no.from() >= sure.to() && no.from() - sure.to() <= BEHIND));
  }
}
