package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody who answers a letter with a code asks for another one, in whatever words:
 * "new one pls", "schickts ma hoid nomoi oan Code", "renvoyez-le-moi". A code goes to a registered
 * address and nowhere else, so that to hear one wish too many costs a letter; but words that ask
 * for the opposite, or tell that a code came, are no wish. The words stand in {@code
 * another-code-words.txt}.
 */
public final class AnotherCodeReader {
  /** In more words it tells of more than that. */
  private static final int LONGEST = 60;

  /** So many words at most stand between a denial and what it denies. */
  private static final int BETWEEN = 2;

  /** What asks for another code, alone or with others. */
  private static final Set<String> ASKS = Set.of("code", "resend", "send", "another", "again");

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(AnotherCodeReader.class, "another-code-words.txt");

  private AnotherCodeReader() {}

  /**
   * Whether {@code written}, without the marks of secrets, asks for another code, and no part of it
   * asks for the opposite.
   */
  public static boolean wants(MailText written) {
    List<List<Words.Word>> said = written.parts();
    if (said.stream().mapToInt(List::size).sum() > LONGEST) {
      return false;
    }
    List<List<Hit<Set<String>>>> parts = said.stream().map(WORDS::find).toList();
    List<Hit<Set<String>>> all = parts.stream().flatMap(List::stream).toList();
    return parts.stream().noneMatch(AnotherCodeReader::denies)
        && !Lexicon.has(all, "elsewhere")
        && (names(all)
            || (!Lexicon.has(all, "thing")
                && (gone(all) || parts.stream().anyMatch(AnotherCodeReader::asks))));
  }

  /** "A new code", "send it again": it says so in so many words. */
  private static boolean names(List<Hit<Set<String>>> hits) {
    boolean wish = wishes(hits) || Lexicon.has(hits, "spent");
    return Lexicon.has(hits, "resend")
        || (Lexicon.has(hits, "code") && (wish || !Lexicon.has(hits, "got")));
  }

  /** "It expired. Another one": what they had is gone. */
  private static boolean gone(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "spent")
        && (Lexicon.has(hits, "another") || (Lexicon.has(hits, "again") && wishes(hits)));
  }

  /** "Mail me another one", "schickts ma nomoi oan". */
  private static boolean asks(List<Hit<Set<String>>> part) {
    return (Lexicon.has(part, "another") && wishes(part))
        || (Lexicon.has(part, "again") && Lexicon.has(part, "send"));
  }

  private static boolean wishes(List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "send") || Lexicon.has(hits, "please");
  }

  /** "Send me no more codes": a denial right beside what asks, and nothing between that asks. */
  private static boolean denies(List<Hit<Set<String>>> part) {
    return Lexicon.of(part, "not")
        .anyMatch(
            not ->
                ASKS.stream()
                    .flatMap(group -> Lexicon.of(part, group))
                    .anyMatch(asks -> not.gap(asks) <= BETWEEN));
  }
}
