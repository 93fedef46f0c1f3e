package dev.latchkey.triage.request;

import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
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

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private ConsentTopics() {}

  /** Whether a text speaks of what {@code answer} is to, or of both together. */
  public static boolean named(String written, Said answer) {
    String topic =
        switch (answer) {
          case AGREES, DISAGREES -> "conduct";
          case CAN_WAIT, CANNOT_WAIT -> "wait";
          default -> throw new IllegalArgumentException(answer.name());
        };
    Set<String> said =
        MailText.of(written).beginning(LOOKED_AT).clauses().stream()
            .flatMap(clause -> Lexicon.groups(WORDS.find(clause)).stream())
            .collect(Collectors.toSet());
    return said.contains(topic) || said.contains("all");
  }
}
