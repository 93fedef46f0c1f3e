package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sections of a {@link WordList}, each looked for by itself, so that they may share words and a
 * longer phrase of one hides none of another, as it would in one {@link Lexicon} of them all.
 */
public final class WordGroups {
  private final Set<String> names;

  /** Of all groups, so that a clause is looked through once for them all. */
  private final PhraseTree tree;

  private WordGroups(Map<String, List<String>> groups) {
    this.names = Set.copyOf(groups.keySet());
    this.tree = new PhraseTree(groups);
  }

  /** Those of a resource beside {@code owner}. */
  public static WordGroups of(Class<?> owner, String name) {
    return new WordGroups(WordList.phrases(owner, name));
  }

  /**
   * Whether a phrase of a group stands in a text.
   *
   * @param group the name of a section that the resource has
   */
  public boolean has(List<Words.Word> words, String group) {
    if (!names.contains(group)) {
      throw new IllegalArgumentException(group);
    }
    return Clause.once(words, this, () -> in(words)).contains(group);
  }

  /**
   * Whether a phrase of any of some groups stands in clauses, or where one of them meets the next.
   *
   * @param some names of sections that the resource has
   */
  public boolean hasAny(List<List<Words.Word>> clauses, Set<String> some) {
    List<Words.Word> all = new ArrayList<>();
    clauses.forEach(all::addAll);
    return !Collections.disjoint(in(all), some);
  }

  private Set<String> in(List<Words.Word> words) {
    int[] found = tree.scan(words);
    if (found.length == 0) {
      return Set.of();
    }
    Set<String> groups = new HashSet<>();
    for (int at = PhraseTree.ENTRY - 1; at < found.length; at += PhraseTree.ENTRY) {
      groups.addAll(tree.groups().get(found[at]));
    }
    return groups;
  }
}
