package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.WordList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds words of {@code concepts.txt} in a text; where they overlap the longer wins. */
final class Concepts {

  /** A word that was found. */
  static final class Found {
    private final int[] meanings;
    private final int end;

    private Found(int[] meanings, int end) {
      this.meanings = meanings;
      this.end = end;
    }

    /** The numbers of its sections. */
    int[] meanings() {
      return meanings;
    }

    int end() {
      return end;
    }
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private int[] whole = {};
    private int[] begun = {};
  }

  private final Node root = new Node();

  Concepts() {
    int number = 1;
    for (List<String> lines : WordList.sections(Concepts.class, "concepts.txt").values()) {
      for (String line : lines) {
        for (String word : line.split(",")) {
          add(word.strip(), number);
        }
      }
      number++;
    }
  }

  private void add(String word, int concept) {
    boolean open = word.endsWith("*");
    FoldedText folded = FoldedText.of(open ? word.substring(0, word.length() - 1) : word);
    Node node = root;
    for (int at = 1; at < folded.length() - 1; at++) {
      node = node.next.computeIfAbsent(folded.at(at), sign -> new Node());
    }
    if (node == root) {
      throw new IllegalStateException("the jar is damaged: a word of concepts.txt is empty");
    }
    if (open || Letters.isUnspaced(folded.at(folded.length() - 2))) {
      node.begun = with(node.begun, concept);
    } else {
      node.whole = with(node.whole, concept);
    }
  }

  private static int[] with(int[] some, int other) {
    int[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = other;
    return all;
  }

  /** The longest word that begins at {@code from}; it ends there if none does. */
  Found find(FoldedText text, int from) {
    Node node = root;
    int end = from;
    int[] meanings = root.whole;
    for (int at = from; at < text.length(); at++) {
      node = node.next.get(text.at(at));
      if (node == null) {
        break;
      }
      if (node.begun.length > 0) {
        end = at + 1;
        meanings = node.begun;
      }
      if (node.whole.length > 0 && text.at(at + 1) == ' ') {
        end = at + 1;
        meanings = node.whole;
      }
    }
    return new Found(meanings, end);
  }
}
