package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Reads what somebody writes whose account was just given back: "I could log in and have set up a
 * new password", "no need to answer". What is new, lost or needed in such words is theirs already;
 * before the reset the same words would ask for it. Each sentence says something good, and none
 * denies, restricts, wishes or speaks of somebody else. The words stand in {@code
 * after-reset-words.txt}.
 */
public final class AfterResetReader {
  /** In more signs, something else is said. */
  private static final int LONGEST = 600;

  /** A sentence of so few words may be a name or a greeting. */
  private static final int FEW = 3;

  /** So many words may stand beside the good ones in a sentence. */
  private static final int BESIDE = 12;

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(AfterResetReader.class, "after-reset-words.txt");

  private static final Set<String> MORE = Set.of("out", "wants else", "another's doing");

  private static final Set<String> NOT_WELL = Set.of("out", "barred", "another's doing");

  private AfterResetReader() {}

  /** Whether {@code written} says that all is well or thanks, and nothing else. */
  public static boolean isGood(String written) {
    MailText text = MailText.of(written);
    Set<String> said = said(written);
    return written.length() <= LONGEST
        && !QuestionMark.isIn(written)
        && (said.contains("in") || said.contains("good"))
        && !said.contains("trouble")
        && !said.contains("wants")
        && said.stream().noneMatch(MORE::contains)
        && text.clauses().stream().allMatch(AfterResetReader::isGood);
  }

  /**
   * Whether it says that its writer is in, and wants or asks one thing more: nothing keeps them
   * from what is theirs, and nobody else has to do with it. "But" and "still" take nothing back
   * behind the good news.
   */
  public static boolean isInAndWantsMore(String written) {
    Set<String> said = said(written);
    boolean wants = said.contains("wants") || said.contains("wants else");
    return (wants || QuestionMark.isIn(written))
        && said.stream().noneMatch(NOT_WELL::contains)
        && MailText.of(written).clauses().stream().anyMatch(clause -> saysIn(written, clause));
  }

  /** Whether a clause begins with the news that its writer is in, also before a question. */
  private static boolean saysIn(String written, List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> said = WORDS.find(clause);
    int told = Clauses.isQuestion(written, clause) ? lastComma(clause) : clause.size();
    return Lexicon.of(said, "in")
        .filter(in -> in.from() < told)
        .anyMatch(
            in -> Lexicon.of(said, "trouble").noneMatch(trouble -> trouble.from() < in.from()));
  }

  /** None of it where there is no comma. */
  private static int lastComma(List<Words.Word> clause) {
    return clause.stream().map(Words.Word::text).toList().lastIndexOf(",");
  }

  /** Whether it says that its writer was put out again, wants more, or that others did it. */
  public static boolean goesOn(String written) {
    return said(written).stream().anyMatch(MORE::contains);
  }

  /** Whether it says that its writer got in, and not that they are out again. */
  public static boolean isIn(String written) {
    Set<String> said = said(written);
    return said.contains("in") && !said.contains("out");
  }

  private static Set<String> said(String written) {
    return Lexicon.groups(WORDS.find(MailText.of(written).words().list()));
  }

  private static boolean isGood(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> said = WORDS.find(clause);
    return clause.size() <= FEW
        || (!said.isEmpty() && clause.size() - Lexicon.covered(said) <= BESIDE);
  }
}
