package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells what is no end of a request and sounds like one, and what is none yet: "the tablet is not
 * logged in after all", "I think I give up". The words stand in {@code wavering-words.txt}.
 */
public final class WaveringReader {
  /** In a longer text a word of it says little. */
  private static final int WORDS = 60;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(WaveringReader.class, "wavering-words.txt");

  private WaveringReader() {}

  /** Whether a hope that they had came to nothing, and they do not say that it ends. */
  public static boolean hopeGone(String written) {
    List<Set<String>> clauses =
        beginning(written).clauses().stream().map(WaveringReader::groups).toList();
    return clauses.stream().noneMatch(clause -> clause.contains("close"))
        && clauses.stream()
            .anyMatch(clause -> clause.contains("after all") && clause.contains("not"));
  }

  /** Whether they are about to give up, so that they may be asked whether it shall end. */
  public static boolean givesUp(String written) {
    MailText text = beginning(written);
    return text.words().list().size() <= WORDS
        && text.clauses().stream().anyMatch(WaveringReader::isGivingUp);
  }

  private static MailText beginning(String written) {
    return MailText.of(written.substring(0, Math.min(written.length(), LOOKED_AT)));
  }

  private static boolean isGivingUp(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    return hits.stream()
        .filter(hit -> hit.meaning().contains("gives up"))
        .anyMatch(
            hit ->
                hits.stream()
                    .noneMatch(no -> no.meaning().contains("no") && isRightBefore(no, hit)));
  }

  private static boolean isRightBefore(Lexicon.Hit<Set<String>> no, Lexicon.Hit<Set<String>> hit) {
    return no.to() == hit.from();
  }

  private static Set<String> groups(List<Words.Word> clause) {
    return Lexicon.groups(LEXICON.find(clause));
  }

  /** Whether they tell something that was not known. */
  public static boolean tellsNews(String written) {
    return beginning(written).clauses().stream()
        .anyMatch(clause -> groups(clause).contains("news"));
  }
}
