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

  /** A beginning of words, and what may stand behind such a word. */
  private record Prefix<M>(String letters, Node<M> next) {}

  /** Where a phrase may go on; most nodes are the end of one, and go on nowhere. */
  private static final class Node<M> {
    private Map<String, Node<M>> next = Map.of();

    /** By the first two letters of the prefix, as a number. */
    private Map<Integer, List<Prefix<M>>> nextByPrefix = Map.of();

    private @Nullable BitSet heads;
    private Set<String> groups = Set.of();
    private @Nullable M meaning;

    private Node<M> by(String word) {
      if (next.isEmpty()) {
        next = new HashMap<>();
      }
      return next.computeIfAbsent(word, absent -> new Node<>());
    }

    private Node<M> begunBy(String letters) {
      BitSet known = heads;
      if (known == null) {
        known = new BitSet();
        heads = known;
        nextByPrefix = new HashMap<>();
      }
      known.set(head(letters));
      List<Prefix<M>> same =
          nextByPrefix.computeIfAbsent(head(letters), absent -> new ArrayList<>());
      for (Prefix<M> prefix : same) {
        if (prefix.letters().equals(letters)) {
          return prefix.next();
        }
      }
      Prefix<M> prefix = new Prefix<>(letters, new Node<>());
      same.add(prefix);
      return prefix.next();
    }

    /** Most words begin like no phrase at all. */
    private boolean mayBegin(String word) {
      BitSet known = heads;
      return known != null && word.length() >= SHORTEST_PREFIX && known.get(head(word));
    }

    private boolean isLast() {
      return heads == null && next.isEmpty();
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

  private final Node<M> root = new Node<>();
  private final Function<Set<String>, M> meaning;
  private final Map<Set<String>, M> meanings = new HashMap<>();

  /**
   * @param groups phrases by the name of their group
   * @param meaning of a set of names
   */
  public Lexicon(Map<String, List<String>> groups, Function<Set<String>, M> meaning) {
    this.meaning = meaning;
    groups.forEach((group, phrases) -> phrases.forEach(phrase -> add(group, phrase)));
    means(root);
  }

  private void means(Node<M> node) {
    if (!node.groups.isEmpty()) {
      node.meaning = meanings.computeIfAbsent(node.groups, meaning);
    }
    node.next.values().forEach(this::means);
    node.nextByPrefix.values().forEach(same -> same.forEach(prefix -> means(prefix.next())));
  }

  private void add(String group, String phrase) {
    Node<M> node = root;
    for (Words.Word part : Words.of(phrase).list()) {
      String word = ownWord(part.text());
      if (node == root) {
        firsts.set(first(word));
      }
      node =
          word.endsWith("*") && word.length() > SHORTEST_PREFIX
              ? node.begunBy(word.substring(0, word.length() - 1))
              : node.by(word);
    }
    if (node != root) {
      node.groups = union(node.groups, Set.of(group));
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
    int size = words.size();
    int at = 0;
    while (at < size) {
      String word = words.get(at).text();
      int next = at + 1;
      if (firsts.get(first(word)) || root.mayBegin(word)) {
        Longest<M> longest = new Longest<>();
        longest.look(root, words, at);
        if (longest.to > at) {
          hits.add(new Hit<>(meaning(longest), at, longest.to));
          next = longest.to;
        }
      }
      at = next;
    }
    return hits;
  }

  private static int first(String word) {
    int hash = word.hashCode();
    return (hash ^ (hash >>> 16)) & (FIRSTS - 1);
  }

  private M meaning(Longest<M> longest) {
    M one = longest.meaning;
    if (one != null) {
      return one;
    }
    M known = meanings.get(longest.groups);
    return known != null ? known : meaning.apply(longest.groups);
  }

  /** The longest phrase that begins at a word; of several as long all groups. */
  private static final class Longest<M> {
    private Set<String> groups = Set.of();

    /** Of the groups; absent where they come from two phrases. */
    private @Nullable M meaning;

    private int to = -1;

    private void look(Node<M> node, List<Words.Word> words, int at) {
      if (!node.groups.isEmpty() && at >= to) {
        boolean more = at == to && !groups.equals(node.groups);
        groups = more ? union(groups, node.groups) : node.groups;
        meaning = more ? null : node.meaning;
        to = at;
      }
      if (at == words.size() || node.isLast()) {
        return;
      }
      String word = words.get(at).text();
      Node<M> same = node.next.get(word);
      if (same != null) {
        look(same, words, at + 1);
      }
      if (node.mayBegin(word)) {
        for (Prefix<M> prefix : node.nextByPrefix.getOrDefault(Node.head(word), List.of())) {
          if (word.startsWith(prefix.letters())) {
            look(prefix.next(), words, at + 1);
          }
        }
      }
    }
  }
}
