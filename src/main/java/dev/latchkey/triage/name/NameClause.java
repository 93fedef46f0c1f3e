package dev.latchkey.triage.name;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A sentence that may hold a name, and the words of {@code name-words.txt} in it.
 *
 * @param before signs of the whole text before the one in which the words have their places
 */
record NameClause(List<Words.Word> words, List<Hit<Set<String>>> hits, int before) {
  /** So many unknown words may stand between "the same as" and a name. */
  private static final int NEAR = 2;

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NameClause.class, "name-words.txt");

  /** Those of a text. */
  static List<NameClause> in(MailText text, int before) {
    List<List<Hit<Set<String>>>> hits =
        text.once(WORDS, read -> read.clauses().stream().map(WORDS::find).toList());
    return IntStream.range(0, hits.size())
        .mapToObj(at -> new NameClause(text.clauses().get(at), hits.get(at), before))
        .toList();
  }

  int start() {
    return startOf(0);
  }

  int end() {
    return endOf(words.size() - 1);
  }

  int startOf(int word) {
    return words.get(word).start() + before;
  }

  int endOf(int word) {
    return words.get(word).end() + before;
  }

  /** The first word that ends behind {@code at}. */
  int word(int at) {
    int word = 0;
    while (word < words.size() && endOf(word) <= at) {
      word++;
    }
    return word;
  }

  boolean has(String group) {
    return Lexicon.has(hits, group);
  }

  boolean isComma(int word) {
    return words.get(word).text().equals(",");
  }

  /** Whether it says that somebody else is asked for. */
  boolean isForPerson() {
    return IntStream.range(0, hits.size())
        .anyMatch(at -> is("person").test(hits.get(at)) && isFor(at));
  }

  /** Whether a label stands in it whose name is not known. */
  boolean isUnknown() {
    return hits.stream()
        .filter(hit -> hit.meaning().contains("label") && isFirst(hit))
        .anyMatch(hit -> hit.to() < words.size() && isUnknown(hit.to()));
  }

  /** A label stands at the beginning, and a mark behind it. */
  private boolean isFirst(Hit<Set<String>> label) {
    return label.from() <= 1 && label.to() < words.size() && isComma(label.to());
  }

  /** Whether the name that begins at word {@code from} is none: "weiß ich nicht mehr". */
  boolean isUnknown(int from) {
    int at = from;
    while (at < words.size() && isComma(at)) {
      at++;
    }
    for (Hit<Set<String>> hit : hits) {
      if (hit.from() > at) {
        return false;
      }
      if (hit.from() == at && (is("unknown").test(hit) || isSameAs(hit))) {
        return true;
      }
      if (hit.from() == at && hit.meaning().contains("sorry")) {
        at = hit.to();
        while (at < words.size() && isComma(at)) {
          at++;
        }
      }
    }
    return false;
  }

  /** Whether the words from {@code from} to {@code to} hold a denial. */
  boolean holds(int from, int to) {
    return hits.stream()
        .filter(hit -> hit.from() >= from && hit.to() < to)
        .anyMatch(is("not", "old", "unknown"));
  }

  /** Whether a hit is of one of these groups. */
  static Predicate<Hit<Set<String>>> is(String... groups) {
    return hit -> {
      for (String group : groups) {
        if (hit.meaning().contains(group)) {
          return true;
        }
      }
      return false;
    };
  }

  /** The hit right before word {@code from}, words that only lead to a name left out. */
  Optional<Hit<Set<String>>> before(int from) {
    int at = from;
    for (int i = hits.size() - 1; i >= 0; i--) {
      Hit<Set<String>> hit = hits.get(i);
      if (hit.to() > at) {
        continue;
      }
      if (hit.to() < at) {
        return Optional.empty();
      }
      if (!is("is").test(hit) || is("not", "old", "from").test(hit)) {
        return Optional.of(hit);
      }
      at = hit.from();
    }
    return Optional.empty();
  }

  Optional<Hit<Set<String>>> behind(int to) {
    return hits.stream().filter(hit -> hit.from() == to).findFirst();
  }

  /** Whether "the same as" stands before word {@code from}. */
  boolean isSameAs(int from) {
    return hits.stream()
        .filter(NameClause::isSameAs)
        .anyMatch(hit -> hit.to() <= from && from - hit.to() <= NEAR);
  }

  private static boolean isSameAs(Hit<Set<String>> hit) {
    return is("same before").test(hit) && hit.to() - hit.from() > 1;
  }

  /** "For my mother": between the two stands at most the writer. */
  private boolean isFor(int person) {
    int at = person - 1;
    while (at >= 0 && is("mine", "is").test(hits.get(at))) {
      at--;
    }
    return at >= 0 && is("for").test(hits.get(at));
  }

  /** "hpotts, my colleague"; "hpotts is my boss". */
  boolean isPersonBehind(int to) {
    int at = to;
    boolean linked = false;
    for (Hit<Set<String>> hit : hits) {
      if (hit.from() >= to) {
        while (at < hit.from() && isComma(at)) {
          at++;
        }
        if (hit.from() != at) {
          return false;
        }
        if (is("person").test(hit)) {
          return linked;
        }
        linked = true;
        if (!is("is", "mine").test(hit)) {
          return false;
        }
        at = hit.to();
      }
    }
    return false;
  }
}
