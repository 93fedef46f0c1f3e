package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
      Set<String> named = named(clause);
      spoken(before, named, clause).ifPresent(spoken::add);
      before = named;
    }
    return spoken;
  }

  /** What a clause names. */
  public Set<String> named(List<Words.Word> clause) {
    Set<String> named = new HashSet<>();
    topics.find(clause).forEach(hit -> named.addAll(hit.meaning()));
    return named;
  }

  /**
   * Of what a clause speaks.
   *
   * @param before what the clause before it names
   * @param named what it names itself
   */
  public static Optional<Spoken> spoken(
      Set<String> before, Set<String> named, List<Words.Word> clause) {
    if (!named.isEmpty()) {
      return Optional.of(new Spoken(named, false, clause));
    }
    return !before.isEmpty() && clause.size() <= SHORT
        ? Optional.of(new Spoken(before, true, clause))
        : Optional.empty();
  }
}
