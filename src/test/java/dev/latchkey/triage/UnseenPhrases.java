package dev.latchkey.triage;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Phrases that stand in none of the texts that were read. */
final class UnseenPhrases {
  /** Phrases are looked for by so many signs with which they begin. */
  private static final int HEAD = 2;

  private record Phrase(String phrase, List<String> words) {
    boolean stands(List<Words.Word> clause, int from) {
      if (from + words.size() > clause.size()) {
        return false;
      }
      for (int at = 0; at < words.size(); at++) {
        String word = clause.get(from + at).text();
        String wanted = words.get(at);
        String beginning = wanted.replaceFirst("\\*$", "");
        boolean begins = wanted.length() > HEAD && wanted.endsWith("*");
        if (!(begins ? word.startsWith(beginning) : word.equals(beginning))) {
          return false;
        }
      }
      return true;
    }
  }

  private final Map<String, List<Phrase>> byHead = new HashMap<>();
  private final SortedSet<String> left = new TreeSet<>();

  UnseenPhrases(List<String> phrases) {
    for (String phrase : phrases) {
      List<String> words = Words.of(phrase).list().stream().map(Words.Word::text).toList();
      if (!words.isEmpty() && left.add(phrase)) {
        String head = head(words.get(0)).replace("*", "");
        byHead.computeIfAbsent(head, h -> new ArrayList<>()).add(new Phrase(phrase, words));
      }
    }
  }

  /** Reads the clauses of a text. */
  void read(String text) {
    for (List<Words.Word> clause : Clauses.of(Words.of(text))) {
      for (int at = 0; at < clause.size(); at++) {
        int from = at;
        String word = clause.get(at).text();
        Stream.of(head(word), word.substring(0, Math.min(1, word.length())))
            .map(head -> byHead.getOrDefault(head, List.of()))
            .flatMap(Collection::stream)
            .filter(phrase -> phrase.stands(clause, from))
            .forEach(phrase -> left.remove(phrase.phrase()));
      }
    }
  }

  /** Those that stood in none. */
  SortedSet<String> left() {
    return left;
  }

  private static String head(String word) {
    return word.substring(0, Math.min(HEAD, word.length()));
  }
}
