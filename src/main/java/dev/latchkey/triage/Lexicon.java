package dev.latchkey.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups of phrases, found in a list of words in one pass; where phrases overlap the longer wins,
 * so that "password manager" says nothing of a password.
 */
final class Lexicon {

  /**
   * A phrase that was found.
   *
   * @param groups the groups that hold it
   * @param from index of its first word
   * @param to index behind its last word
   */
  record Hit(Set<String> groups, int from, int to) {
    Hit {
      groups = Set.copyOf(groups);
    }

    private Hit orLonger(Set<String> others, int end) {
      if (end != to) {
        return end > to ? new Hit(others, from, end) : this;
      }
      Set<String> both = new TreeSet<>(groups);
      both.addAll(others);
      return new Hit(both, from, to);
    }
  }

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final Map<String, Node> nextByPrefix = new HashMap<>();
    private final Set<String> heads = new HashSet<>();
    private Set<String> groups = Set.of();

    private Node begunBy(String prefix) {
      heads.add(prefix.substring(0, SHORTEST_PREFIX));
      return nextByPrefix.computeIfAbsent(prefix, word -> new Node());
    }

    /** Most words begin like no phrase at all. */
    private boolean mayBegin(String word) {
      return word.length() >= SHORTEST_PREFIX
          && !heads.isEmpty()
          && heads.contains(word.substring(0, SHORTEST_PREFIX));
    }

    private void addGroup(String group) {
      Set<String> more = new TreeSet<>(groups);
      more.add(group);
      groups = Set.copyOf(more);
    }
  }

  /** A shorter beginning would match nearly anything. */
  private static final int SHORTEST_PREFIX = 2;

  private final Node root = new Node();

  Lexicon(Map<String, List<String>> groups) {
    groups.forEach((group, phrases) -> phrases.forEach(phrase -> add(group, phrase)));
  }

  private void add(String group, String phrase) {
    Node node = root;
    for (String word : Words.of(phrase)) {
      node =
          word.endsWith("*") && word.length() > SHORTEST_PREFIX
              ? node.begunBy(word.substring(0, word.length() - 1))
              : node.next.computeIfAbsent(word, w -> new Node());
    }
    if (node != root) {
      node.addGroup(group);
    }
  }

  /** The phrases in {@code words}, in order, none overlapping another. */
  List<Hit> find(List<String> words) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Hit hit = longest(root, words, at, at, null);
      if (hit == null) {
        at++;
      } else {
        hits.add(hit);
        at = hit.to();
      }
    }
    return hits;
  }

  private static @Nullable Hit longest(
      Node node, List<String> words, int from, int at, @Nullable Hit best) {
    Hit longest = best;
    if (!node.groups.isEmpty()) {
      longest =
          longest == null ? new Hit(node.groups, from, at) : longest.orLonger(node.groups, at);
    }
    if (at == words.size()) {
      return longest;
    }
    String word = words.get(at);
    Node same = node.next.get(word);
    if (same != null) {
      longest = longest(same, words, from, at + 1, longest);
    }
    boolean may = node.mayBegin(word);
    for (int end = SHORTEST_PREFIX; may && end <= word.length(); end++) {
      Node begun = node.nextByPrefix.get(word.substring(0, end));
      if (begun != null) {
        longest = longest(begun, words, from, at + 1, longest);
      }
    }
    return longest;
  }
}
