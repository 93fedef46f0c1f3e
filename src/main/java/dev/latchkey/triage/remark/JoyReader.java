package dev.latchkey.triage.remark;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears thanks and joy in words that the models were not taught: "You are angels!", "Yippee, I'm
 * in! Hugs to all". Each part of a short mail thanks, rejoices or says that its writer is in, and
 * nothing in it asks, denies, restricts or wishes for anything. The words stand in {@code
 * joy-words.txt}.
 */
public final class JoyReader {
  /** In more signs, something else is said. */
  private static final int LONGEST = 300;

  /** So many words may stand beside the kind ones in a part. */
  private static final int BESIDE = 5;

  private static final PlainEnd ENDS = new PlainEnd();

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(JoyReader.class, "joy-words.txt");

  private JoyReader() {}

  /** Whether nothing but joy and thanks is in {@code written}. */
  public static boolean isJoy(String written) {
    return isKind(written, Set.of("joy"));
  }

  /**
   * Whether {@code written} says nothing but that all is well, or that what was written before was
   * a mistake: of whoever had been told that it is done.
   */
  public static boolean isWellAgain(String written) {
    return isKind(written, Set.of("in", "excuse"));
  }

  private static boolean isKind(String written, Set<String> said) {
    Words words = MailText.of(written).words();
    List<List<Words.Word>> parts = Clauses.parts(words);
    return !written.isBlank()
        && written.length() <= LONGEST
        && !QuestionMark.isIn(written)
        && ENDS.isPlain(besideKindWords(written, words))
        && !Lexicon.has(LEXICON.find(words.list()), "not")
        && said.stream().anyMatch(what -> Lexicon.has(LEXICON.find(words.list()), what))
        && parts.stream().allMatch(JoyReader::isKind);
  }

  /** "Sorry, that was nothing", "thanks again" deny nothing of what stands beside them. */
  private static String besideKindWords(String written, Words words) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    Lexicon.@Nullable Hit<Set<String>> before = null;
    for (Lexicon.Hit<Set<String>> hit : LEXICON.find(words.list())) {
      boolean excused =
          before != null && before.meaning().contains("sorry") && before.gap(hit) <= 1;
      before = hit;
      if (hit.meaning().contains("but") ? excused : !hit.meaning().contains("not")) {
        rest.append(written, from, words.list().get(hit.from()).start()).append(' ');
        from = words.list().get(hit.to() - 1).end();
      }
    }
    return rest.append(written.substring(from)).toString();
  }

  private static boolean isKind(List<Words.Word> part) {
    List<Lexicon.Hit<Set<String>>> hits =
        LEXICON.find(part).stream()
            .filter(hit -> !hit.meaning().contains("not") && !hit.meaning().contains("but"))
            .toList();
    int beside = part.size() - Lexicon.covered(hits);
    boolean says = hits.stream().anyMatch(hit -> !hit.meaning().equals(Set.of("sorry")));
    // Whoever is thanked, or signs, is a word alone.
    return part.size() == 1 || (says ? beside <= BESIDE : !hits.isEmpty() && beside <= 1);
  }
}
