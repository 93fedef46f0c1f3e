package dev.latchkey.triage.owner;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a thought of somebody who was asked to vouch denies that it is the owner who asks: "she
 * did not ask", "that is not him", "this isn't Dora", "he knows nothing about it". Whom they speak
 * of stands in {@code others-words.txt}, the rest in the words of owners.
 */
final class OthersDenial {
  private static final Lexicon<Set<String>> WORDS =
      new Lexicon<>(WordList.sections(OthersDenial.class, "others-words.txt"), groups -> groups);

  /** Words between a denial and what it denies, at most. */
  private static final int NEAR = 5;

  /** The words of a name, at most. */
  private static final int NAME = 2;

  /** What links a person with the request, and says nothing of its own. */
  private static final Set<String> LINKS =
      Set.of("be", "fill", "thing", "it", "sure", "tail", "not", "no");

  private OthersDenial() {}

  /** Whether a sentence denies it in words that are one, and are cut apart as thoughts. */
  static boolean in(List<Words.Word> sentence) {
    return Lexicon.has(WORDS.find(sentence), "denial");
  }

  static boolean in(OwnerThought thought) {
    List<Hit<Set<String>>> others = WORDS.find(thought.said());
    return deniesAsking(thought, others)
        || deniesDeed(thought, others)
        || deniesKnowing(thought, others)
        || deniesPerson(thought, others);
  }

  /** Whoever it was: "nobody asked for that". */
  private static boolean deniesAsking(OwnerThought thought, List<Hit<Set<String>>> others) {
    boolean asked =
        Stream.of("asked", "asked there")
            .anyMatch(deed -> thought.beside(deed, OthersDenial::denies));
    return (asked || isDenied(thought, others, "asked")) && !thought.has("ask of us");
  }

  /** "He did not do it." */
  private static boolean deniesDeed(OwnerThought thought, List<Hit<Set<String>>> others) {
    return Lexicon.has(others, "they")
        && thought.has("thing")
        && thought.beside("did", OthersDenial::denies)
        && !thought.helps();
  }

  /** "She knows nothing about it", which "I do not know" is not. */
  private static boolean deniesKnowing(OwnerThought thought, List<Hit<Set<String>>> others) {
    return (Lexicon.has(others, "they") || !thought.has("subject"))
        && isDenied(thought, others, "knows");
  }

  private static boolean isDenied(
      OwnerThought thought, List<Hit<Set<String>>> others, String group) {
    return Lexicon.of(others, group)
        .anyMatch(
            said ->
                thought.hits().stream()
                    .filter(OthersDenial::denies)
                    .anyMatch(hit -> distance(thought, hit, said) <= NEAR));
  }

  /** A person, or a name behind the denial, and beside them nothing but what links them. */
  private static boolean deniesPerson(OwnerThought thought, List<Hit<Set<String>>> others) {
    BitSet links = new BitSet();
    thought.hits().stream()
        .filter(hit -> hit.meaning().stream().anyMatch(LINKS::contains))
        .forEach(hit -> links.set(hit.from() - thought.begins(), hit.to() - thought.begins()));
    Lexicon.of(others, "link").forEach(link -> links.set(link.from(), link.to()));
    BitSet people = new BitSet();
    Lexicon.of(others, "they").forEach(they -> people.set(they.from(), they.to()));
    people.andNot(links);
    int words = thought.said().size();
    int left = words - union(links, people).cardinality();
    int denial = lastDenial(thought);
    boolean linked = thought.has("be") || thought.has("thing");
    if (denial < 0 || !linked || thought.has("attack") || (left > 0 && !people.isEmpty())) {
      return false;
    }
    // "This is not Dora": what is no such word stands behind the denial, at the end.
    return left == 0
        ? !people.isEmpty()
        : left <= NAME && links.length() == words - left && denial < links.length();
  }

  private static int lastDenial(OwnerThought thought) {
    return thought.hits().stream()
        .filter(OthersDenial::denies)
        .mapToInt(hit -> hit.from() - thought.begins())
        .max()
        .orElse(-1);
  }

  private static BitSet union(BitSet some, BitSet others) {
    BitSet all = (BitSet) some.clone();
    all.or(others);
    return all;
  }

  private static boolean denies(Hit<Set<String>> hit) {
    return hit.meaning().contains("not") || hit.meaning().contains("no");
  }

  /** Words between a hit of the owner's words and one of these. */
  private static int distance(OwnerThought thought, Hit<Set<String>> hit, Hit<Set<String>> other) {
    int from = hit.from() - thought.begins();
    int to = hit.to() - thought.begins();
    return Math.max(other.from() - to, from - other.to());
  }
}
