package dev.latchkey.triage.learned;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A labelled mail.
 *
 * @param block its place in the corpus; lessons of one block are learned, or tried, together
 * @param answers the questions that its label answers
 * @param rules the questions to which the rules say yes
 * @param hints the questions to which they nearly do
 * @param name the account name that its label gives, if the label says anything of one
 * @param rulesName the account name that the rules found
 * @param names what its label names, by question
 */
public record Lesson(
    String language,
    int block,
    String subject,
    String written,
    Map<Question, Boolean> answers,
    Set<Question> rules,
    Set<Question> hints,
    Optional<Optional<String>> name,
    Optional<String> rulesName,
    Map<Question, Set<String>> names) {
  public Lesson {
    written = Unticked.removed(written);
  }
}
