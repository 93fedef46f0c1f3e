package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hears that all is well again, or that its writer gives up, however few of its words a model was
 * taught: each word of the text is one of a few kinds, so that nothing else can stand in it. It
 * ends nothing by itself, for the same words are said of what was asked for as well. The words
 * stand in {@code all-well-words.txt}.
 */
public final class AllWellReader {
  /** In more signs something else is said. */
  private static final int LONGEST = 200;

  /** So many words that nobody thought of change nothing. */
  private static final int FEW = 2;

  private static final PlainEnd ENDS = new PlainEnd();

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(AllWellReader.class, "all-well-words.txt");

  private static final Set<String> SAYS = Set.of("over", "in", "end", "gives up");

  private AllWellReader() {}

  /** Whether all of {@code text}, without its thanks, says so. */
  public static boolean says(MailText text) {
    return says(text, 0);
  }

  /**
   * Whether {@code text} says so in so many words that but a few are not known, and nothing in it
   * speaks against its being the end.
   */
  public static boolean mostlySays(MailText text) {
    return says(text, FEW)
        && ENDS.isPlain(text.text())
        && !ENDS.wishes(text.text())
        && !ENDS.namesWork(text.text());
  }

  private static boolean says(MailText text, int unknown) {
    if (text.text().length() > LONGEST || QuestionMark.isIn(text.text())) {
      return false;
    }
    Set<String> said = new HashSet<>();
    int strange = 0;
    for (List<Words.Word> part : Clauses.parts(text.words())) {
      List<Lexicon.Hit<Set<String>>> hits = WORDS.find(part);
      strange += part.size() - Lexicon.covered(hits);
      if (strange > unknown) {
        return false;
      }
      Set<String> kinds = Lexicon.groups(hits);
      said.addAll(kinds);
      boolean all = kinds.contains("all");
      boolean settled = kinds.contains("settled") && (all || kinds.contains("matter"));
      if (settled || (all && kinds.contains("good"))) {
        said.add("over");
      }
    }
    return said.stream().anyMatch(SAYS::contains) && (said.contains("gives up") || !onlyAnew(text));
  }

  /** Who only makes another account has not given up this one. */
  private static boolean onlyAnew(MailText text) {
    return WORDS.find(text.words().list()).stream()
        .anyMatch(hit -> hit.meaning().equals(Set.of("anew")));
  }
}
