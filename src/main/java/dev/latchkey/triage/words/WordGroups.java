package dev.latchkey.triage.words;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sections of a {@link WordList}, each looked for by itself, so that they may share words and a
 * longer phrase of one hides none of another, as it would in one {@link Lexicon} of them all.
 */
public final class WordGroups {
  private final Map<String, Lexicon<Set<String>>> groups;

  private WordGroups(Map<String, Lexicon<Set<String>>> groups) {
    this.groups = groups;
  }

  /** Those of a resource beside {@code owner}. */
  public static WordGroups of(Class<?> owner, String name) {
    return new WordGroups(
        WordList.phrases(owner, name).entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    group ->
                        new Lexicon<>(
                            Map.of(group.getKey(), group.getValue()), Function.identity()))));
  }

  /**
   * Whether a phrase of a group stands in a text.
   *
   * @param group the name of a section that the resource has
   */
  public boolean has(List<Words.Word> words, String group) {
    return !Objects.requireNonNull(groups.get(group), group).find(words).isEmpty();
  }
}
