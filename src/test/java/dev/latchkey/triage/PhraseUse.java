package dev.latchkey.triage;

import dev.latchkey.triage.request.RequestForm;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which phrases of the vocabulary say something: in some clause of the texts what is read would be
 * another without them. A phrase that stands in no text, or wherever it stands beside others that
 * say the same, decides nothing.
 */
final class PhraseUse {
  private static final int HEAD = 2;

  /** A phrase and the groups that hold it. */
  private record Phrase(String phrase, List<String> words, Set<String> groups) {
    boolean stands(List<Words.Word> clause, int from) {
      if (from + words.size() > clause.size()) {
        return false;
      }
      for (int at = 0; at < words.size(); at++) {
        String word = clause.get(from + at).text();
        String wanted = words.get(at);
        boolean begins = wanted.length() > HEAD && wanted.endsWith("*");
        String beginning = wanted.replaceFirst("\\*$", "");
        if (!(begins ? word.startsWith(beginning) : word.equals(beginning))) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Sign> signs;
  private final Map<String, List<Phrase>> byHead = new HashMap<>();
  private final Map<String, Set<String>> useless = new TreeMap<>();

  private PhraseUse(Map<String, List<String>> vocabulary, List<Sign> signs) {
    this.signs = signs;
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    vocabulary.forEach(
        (group, phrases) ->
            phrases.forEach(
                phrase -> groups.computeIfAbsent(phrase, p -> new LinkedHashSet<>()).add(group)));
    groups.forEach(
        (phrase, names) -> {
          List<String> words = Words.of(phrase).list().stream().map(Words.Word::text).toList();
          if (!words.isEmpty()) {
            byHead
                .computeIfAbsent(head(words.get(0)), h -> new ArrayList<>())
                .add(new Phrase(phrase, words, names));
            useless.put(phrase, names);
          }
        });
  }

  /** Of the phrases of requests. */
  static PhraseUse ofRequests(RequestForm form) {
    return new PhraseUse(form.vocabulary(), form.signs());
  }

  private static String head(String word) {
    return word.substring(0, Math.min(HEAD, word.length())).replace("*", "");
  }

  /** Reads the clauses of a text. */
  void read(String text) {
    for (List<Words.Word> clause : Clauses.of(Words.of(text))) {
      Set<Phrase> present = present(clause);
      if (present.stream().noneMatch(phrase -> useless.containsKey(phrase.phrase()))) {
        continue;
      }
      Set<String> facts = facts(clause, present);
      for (Phrase phrase : present) {
        if (useless.containsKey(phrase.phrase())) {
          Set<Phrase> others = new LinkedHashSet<>(present);
          others.remove(phrase);
          if (!facts(clause, others).equals(facts)) {
            useless.remove(phrase.phrase());
          }
        }
      }
    }
  }

  /** Those that decided nothing in what was read, with their groups. */
  Map<String, Set<String>> useless() {
    return useless;
  }

  private Set<Phrase> present(List<Words.Word> clause) {
    Set<Phrase> present = new LinkedHashSet<>();
    for (int at = 0; at < clause.size(); at++) {
      String word = clause.get(at).text();
      int from = at;
      Stream.of(head(word), word.substring(0, Math.min(1, word.length())))
          .distinct()
          .map(head -> byHead.getOrDefault(head, List.of()))
          .flatMap(Collection::stream)
          .filter(phrase -> phrase.stands(clause, from))
          .forEach(present::add);
    }
    return present;
  }

  private Set<String> facts(List<Words.Word> clause, Set<Phrase> phrases) {
    Map<String, List<String>> groups = new HashMap<>();
    for (Phrase phrase : phrases) {
      for (String group : phrase.groups()) {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(phrase.phrase());
      }
    }
    return new SignScorer(groups, signs, signs).read(List.of(clause)).facts();
  }
}
