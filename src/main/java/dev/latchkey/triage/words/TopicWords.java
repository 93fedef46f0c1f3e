package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a text speaks of, clause by clause: "the code of conduct is fine, the terms are not" says
 * something else than the same words in another order.
 */
public final class TopicWords {
  /** The groups of the vocabulary that people say something of. */
  private static final Set<String> TOPICS =
      Set.of(
          "code of conduct",
          "terms",
          "takes time",
          "codes",
          "second factor",
          "device",
          "password",
          "mailbox",
          "verification mail",
          "account");

  /** So few words may answer what was named before them. */
  private static final int SHORT = 6;

  private final Lexicon<Set<String>> topics;

  public TopicWords(Vocabulary vocabulary) {
    this.topics = new Lexicon<>(vocabulary.tree(), TOPICS::contains, Function.identity());
  }

  /**
   * A clause that names something, or is the answer to one that does.
   *
   * @param topics what is named
   * @param answer it is named in the clause before
   */
  public record Spoken(Set<String> topics, boolean answer, List<Words.Word> words) {}

  /** The clauses that speak of something. */
  public List<Spoken> in(List<List<Words.Word>> clauses) {
    List<Spoken> spoken = new ArrayList<>();
    Set<String> before = Set.of();
    for (List<Words.Word> clause : clauses) {
      Set<String> named = new HashSet<>();
      topics.find(clause).forEach(hit -> named.addAll(hit.meaning()));
      if (!named.isEmpty()) {
        spoken.add(new Spoken(named, false, clause));
      } else if (!before.isEmpty() && clause.size() <= SHORT) {
        spoken.add(new Spoken(before, true, clause));
      }
      before = named;
    }
    return spoken;
  }
}
