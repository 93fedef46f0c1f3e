package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups of phrases and what they mean; where phrases overlap the longer wins, so that "password
 * manager" says nothing of a password.
 *
 * @param <M> what the groups of a phrase mean to who looks for it
 */
public final class Lexicon<M> {

  /**
   * A phrase that was found.
   *
   * @param meaning of the groups that hold it
   * @param from index of its first word
   * @param to index behind its last word
   */
  public record Hit<M>(M meaning, int from, int to) {
    /** So many words stand between it and another one. */
    public int gap(Hit<?> other) {
      return from < other.from ? other.from - to : from - other.to;
    }
  }

  private final PhraseTree tree;

  /** Others look for phrases of the same tree. */
  private final boolean shared;

  private final Function<Set<String>, M> meaning;
  private final Map<Set<String>, M> meanings = new HashMap<>();

  /**
   * The groups that are looked for, by the place in the tree where their phrases end; equal sets
   * are one.
   */
  private final List<Set<String>> groups = new ArrayList<>();

  /** What they mean; absent where there are none. */
  private final List<@Nullable M> byPlace = new ArrayList<>();

  /**
   * Looks for all of some groups.
   *
   * @param groups phrases by the name of their group
   * @param meaning of a set of names
   */
  public Lexicon(Map<String, List<String>> groups, Function<Set<String>, M> meaning) {
    this(new PhraseTree(groups), false, name -> true, meaning);
  }

  /**
   * Looks for some groups of a tree; the others are as if they were not there.
   *
   * @param asked the names of those groups
   * @param meaning of a set of names
   */
  Lexicon(PhraseTree tree, Predicate<String> asked, Function<Set<String>, M> meaning) {
    this(tree, true, asked, meaning);
  }

  private Lexicon(
      PhraseTree tree, boolean shared, Predicate<String> asked, Function<Set<String>, M> meaning) {
    this.tree = tree;
    this.shared = shared;
    this.meaning = meaning;
    Map<Set<String>, Set<String>> same = new HashMap<>();
    for (Set<String> all : tree.groups()) {
      Set<String> own = new TreeSet<>(all);
      own.removeIf(asked.negate());
      Set<String> kept = same.computeIfAbsent(Set.copyOf(own), Function.identity());
      groups.add(kept);
      byPlace.add(kept.isEmpty() ? null : meanings.computeIfAbsent(kept, meaning));
    }
  }

  /** Whether a phrase of {@code group} is among {@code hits}. */
  public static boolean has(List<Hit<Set<String>>> hits, String group) {
    for (Hit<Set<String>> hit : hits) {
      if (hit.meaning().contains(group)) {
        return true;
      }
    }
    return false;
  }

  /** Every group of which a phrase is among {@code hits}. */
  public static Set<String> groups(List<Hit<Set<String>>> hits) {
    if (hits.size() < 2) {
      return hits.isEmpty() ? Set.of() : hits.get(0).meaning();
    }
    Set<String> groups = new HashSet<>();
    hits.forEach(hit -> groups.addAll(hit.meaning()));
    return Collections.unmodifiableSet(groups);
  }

  /** Those of {@code hits} that are phrases of {@code group}, in order. */
  public static Stream<Hit<Set<String>>> of(List<Hit<Set<String>>> hits, String group) {
    return hits.stream().filter(hit -> hit.meaning().contains(group));
  }

  /** How many words {@code hits} are. */
  public static int covered(List<Hit<Set<String>>> hits) {
    return hits.stream().mapToInt(hit -> hit.to() - hit.from()).sum();
  }

  /** The phrases in {@code words}, in order, none overlapping another. */
  public List<Hit<M>> find(List<Words.Word> words) {
    return Clause.once(
        words,
        this,
        () -> hits(shared ? Clause.once(words, tree, () -> tree.scan(words)) : tree.scan(words)));
  }

  private List<Hit<M>> hits(int[] found) {
    if (found.length == 0) {
      return List.of();
    }
    List<Hit<M>> hits = new ArrayList<>();
    int free = 0;
    int at = 0;
    while (at < found.length) {
      int from = found[at];
      int behind = at;
      int to = -1;
      while (behind < found.length && found[behind] == from) {
        boolean longer = found[behind + 1] > to && byPlace.get(found[behind + 2]) != null;
        to = longer ? found[behind + 1] : to;
        behind += PhraseTree.ENTRY;
      }
      if (from >= free && to >= 0) {
        hits.add(new Hit<>(meaning(found, at, behind, to), from, to));
        free = to;
      }
      at = behind;
    }
    return Collections.unmodifiableList(hits);
  }

  /** What the phrases mean that end before word {@code to}; of several all groups. */
  private M meaning(int[] found, int first, int behind, int to) {
    @Nullable M one = null;
    Set<String> names = Set.of();
    for (int at = first; at < behind; at += PhraseTree.ENTRY) {
      int place = found[at + 2];
      M known = byPlace.get(place);
      if (found[at + 1] == to && known != null && names != groups.get(place)) {
        one = names.isEmpty() ? known : null;
        names = names.isEmpty() ? groups.get(place) : union(names, groups.get(place));
      }
    }
    if (one != null) {
      return one;
    }
    M known = meanings.get(names);
    return known != null ? known : meaning.apply(names);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }
}
