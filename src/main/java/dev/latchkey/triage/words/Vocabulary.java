package dev.latchkey.triage.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups of phrases with one meaning each, by name, which several readers look for in one text. */
public final class Vocabulary {
  private final Map<String, List<String>> groups;
  private final PhraseTree tree;
  private final Set<String> words;

  private Vocabulary(Map<String, List<String>> groups) {
    this.groups = Map.copyOf(groups);
    this.tree = new PhraseTree(this.groups);
    this.words =
        this.groups.values().stream()
            .flatMap(List::stream)
            .flatMap(phrase -> Words.of(phrase).list().stream())
            .map(Words.Word::text)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Of these groups, by name. */
  public static Vocabulary of(Map<String, List<String>> groups) {
    return new Vocabulary(groups);
  }

  /** The phrases of each group. */
  public Map<String, List<String>> groups() {
    return groups;
  }

  /** The phrases of a group; none where there is no such group. */
  public List<String> phrases(String group) {
    return groups.getOrDefault(group, List.of());
  }

  /** Every word of every phrase. */
  public Set<String> words() {
    return words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Vocabulary vocabulary && groups.equals(vocabulary.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  PhraseTree tree() {
    return tree;
  }
}
