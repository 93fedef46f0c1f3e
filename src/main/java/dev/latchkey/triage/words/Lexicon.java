package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups of phrases, found in a list of words in one pass; where phrases overlap the longer wins,
 * so that "password manager" says nothing of a password.
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
  public record Hit<M>(M meaning, int from, int to) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final Map<String, Node> nextByPrefix = new HashMap<>();
    private final BitSet heads = new BitSet();
    private Set<String> groups = Set.of();

    private Node begunBy(String prefix) {
      heads.set(head(prefix));
      return nextByPrefix.computeIfAbsent(prefix, word -> new Node());
    }

    /** Most words begin like no phrase at all. */
    private boolean mayBegin(String word) {
      return word.length() >= SHORTEST_PREFIX && !nextByPrefix.isEmpty() && heads.get(head(word));
    }

    private static int head(String word) {
      return (word.charAt(0) * 31 + word.charAt(1)) % HEADS;
    }
  }

  /** A shorter beginning would match nearly anything. */
  private static final int SHORTEST_PREFIX = 2;

  private static final int HEADS = 1 << 12;

  private static final int FIRSTS = 1 << 15;

  /** Words with which a phrase begins, by their hash: most words are none. */
  private final BitSet firsts = new BitSet(FIRSTS);

  private final Node root = new Node();
  private final Function<Set<String>, M> meaning;
  private final Map<Set<String>, M> meanings = new HashMap<>();

  /**
   * @param groups phrases by the name of their group
   * @param meaning of a set of names
   */
  public Lexicon(Map<String, List<String>> groups, Function<Set<String>, M> meaning) {
    this.meaning = meaning;
    groups.forEach((group, phrases) -> phrases.forEach(phrase -> add(group, phrase)));
  }

  private void add(String group, String phrase) {
    Node node = root;
    for (Words.Word part : Words.of(phrase).list()) {
      String word = ownWord(part.text());
      if (node == root) {
        firsts.set(first(word));
      }
      node =
          word.endsWith("*") && word.length() > SHORTEST_PREFIX
              ? node.begunBy(word.substring(0, word.length() - 1))
              : node.next.computeIfAbsent(word, w -> new Node());
    }
    if (node != root) {
      node.groups = union(node.groups, Set.of(group));
      meanings.computeIfAbsent(node.groups, meaning);
    }
  }

  /** A sign that is a word of its own begins itself, and nothing else. */
  private static String ownWord(String word) {
    boolean sign = word.length() == SHORTEST_PREFIX && word.endsWith("*") && word.charAt(0) > 0xdff;
    return sign ? word.substring(0, 1) : word;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  /** The phrases in {@code words}, in order, none overlapping another. */
  public List<Hit<M>> find(List<Words.Word> words) {
    List<Hit<M>> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at).text();
      boolean may = firsts.get(first(word)) || root.mayBegin(word);
      Longest longest = may ? longest(root, words, at, null) : null;
      if (longest == null) {
        at++;
      } else {
        hits.add(new Hit<>(meaning(longest.groups()), at, longest.to()));
        at = longest.to();
      }
    }
    return hits;
  }

  private static int first(String word) {
    int hash = word.hashCode();
    return (hash ^ (hash >>> 16)) & (FIRSTS - 1);
  }

  private M meaning(Set<String> groups) {
    M known = meanings.get(groups);
    return known != null ? known : meaning.apply(groups);
  }

  private record Longest(Set<String> groups, int to) {
    private Longest or(Set<String> others, int end) {
      if (end == to) {
        return others.equals(groups) ? this : new Longest(union(groups, others), end);
      }
      return end > to ? new Longest(others, end) : this;
    }
  }

  private static @Nullable Longest longest(
      Node node, List<Words.Word> words, int at, @Nullable Longest best) {
    Longest longest = best;
    if (!node.groups.isEmpty()) {
      longest = longest == null ? new Longest(node.groups, at) : longest.or(node.groups, at);
    }
    if (at == words.size()) {
      return longest;
    }
    String word = words.get(at).text();
    Node same = node.next.get(word);
    if (same != null) {
      longest = longest(same, words, at + 1, longest);
    }
    boolean may = node.mayBegin(word);
    for (int end = SHORTEST_PREFIX; may && end <= word.length(); end++) {
      Node begun = node.nextByPrefix.get(word.substring(0, end));
      if (begun != null) {
        longest = longest(begun, words, at + 1, longest);
      }
    }
    return longest;
  }
}
