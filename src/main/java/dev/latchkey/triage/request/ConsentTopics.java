package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells of which of the two questions for consent a mail speaks: of how people are to behave, or of
 * a wait that may come to nothing. A model that learned from mails in which both are answered hears
 * the other in what answers one, and a letter that then says "you know that it takes time" is not
 * true. The words stand in {@code consent-topics.txt}.
 */
public final class ConsentTopics {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(ConsentTopics.class, "consent-topics.txt");

  /** In more words something may be said in a way that names nothing. */
  private static final int FEW = 30;

  private ConsentTopics() {}

  /**
   * What the models hear in a few words and nothing names: a yes to one of the two where the other
   * alone is named, or a refusal to behave where behaviour is not.
   *
   * @param heard what rules and models hear
   * @param ruled what the rules hear, who know the words
   */
  public static Set<Said> unnamed(MailText written, Set<Said> heard, Set<Said> ruled) {
    Set<Said> unnamed = EnumSet.noneOf(Said.class);
    if (Words.length(Words.first(written.text(), FEW + 2)) > FEW) {
      return unnamed;
    }
    boolean conduct = named(written, Said.AGREES);
    boolean waits = named(written, Said.CAN_WAIT);
    addIf(waits && !conduct, Said.AGREES, unnamed);
    addIf(conduct && !waits, Said.CAN_WAIT, unnamed);
    addIf(!conduct, Said.DISAGREES, unnamed);
    unnamed.retainAll(heard);
    unnamed.removeAll(ruled);
    return unnamed;
  }

  private static void addIf(boolean holds, Said one, Set<Said> all) {
    if (holds) {
      all.add(one);
    }
  }

  /** Whether a text speaks of what {@code answer} is to, or of both together. */
  static boolean named(MailText written, Said answer) {
    String topic =
        switch (answer) {
          case AGREES, DISAGREES -> "conduct";
          case CAN_WAIT, CANNOT_WAIT -> "wait";
          default -> throw new IllegalArgumentException(answer.name());
        };
    Set<String> said =
        written.clauses().stream()
            .flatMap(clause -> Lexicon.groups(WORDS.find(clause)).stream())
            .collect(Collectors.toSet());
    return said.contains(topic) || said.contains("all");
  }
}
