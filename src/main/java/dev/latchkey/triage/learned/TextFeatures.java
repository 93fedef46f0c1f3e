package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.TopicWords;
import dev.latchkey.triage.words.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a linear model sees of a mail: its words, pairs and threes of words, and the letters of each
 * word, each as a number ("hashing trick": Weinberger and others, Feature Hashing for Large Scale
 * Multitask Learning, ICML 2009). No list of words is kept, so nothing of the corpus can be read
 * out of a model.
 */
public final class TextFeatures {
  /** Numbers run from 0 to {@code 2^BITS - 1}. */
  public static final int BITS = 19;

  /** Features of each kind have numbers of their own. */
  enum Kind {
    WORD(0),
    WORDS(1),
    LETTERS(2),
    FACT(3);

    private static final int BITS = TextFeatures.BITS - 2;

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** The kind of the feature with this number. */
    static Kind of(int feature) {
      int number = feature >>> BITS;
      return number == 0 ? WORD : number == 1 ? WORDS : number == 2 ? LETTERS : FACT;
    }
  }

  /** Of a longer text its first and its last words are read: what is wanted stands there. */
  private static final int FIRST_WORDS = 400;

  private static final int LAST_WORDS = 150;

  /** So many words at the end count as what was said last. */
  private static final int ENDING = 12;

  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;
  private static final int MOST_LETTERS = 20;

  private static final int IN_SUBJECT = 0x5bd1e995;
  private static final int AT_END = 0x1b873593;
  private static final int APART = 0x2545f491;
  private static final int LETTERS = 0x38b34ae5;
  private static final int OF = 0x2c1b3c6d;
  private static final int ANSWER = 0x297a2d39;
  private static final int SHAPE = 0x7feb352d;

  /** Of the golden ratio (Knuth, The Art of Computer Programming 3, section 6.4). */
  static final int SPREAD = 0x9e3779b1;

  /** What tells of the tone of a text, wherever it stands. */
  private static final List<String> SIGNS =
      List.of("?", "？", "!", "[x]", "[ ]", "@", "☑", "://", "...", ":-");

  private int[] found = new int[128];
  private int count;

  private TextFeatures() {}

  /**
   * The features of a mail with {@code subject}, of which {@code text} was written; each once.
   *
   * @param facts what the vocabulary reads in it, the same in every language
   * @param spoken the clauses that speak of something
   */
  public static int[] of(
      Words subject, Words text, Set<String> facts, List<TopicWords.Spoken> spoken) {
    TextFeatures features = new TextFeatures();
    features.say(facts, spoken);
    Set<String> spelled = new HashSet<>();
    features.words(subject.list(), IN_SUBJECT, spelled);
    features.words(subject.list(), 0, spelled);
    List<Words.Word> words = text.list();
    if (words.size() <= FIRST_WORDS + LAST_WORDS) {
      features.words(words, 0, spelled);
    } else {
      features.words(words.subList(0, FIRST_WORDS), 0, spelled);
      features.words(words.subList(words.size() - LAST_WORDS, words.size()), 0, spelled);
    }
    features.singles(words.subList(Math.max(0, words.size() - ENDING), words.size()), AT_END);
    features.shape(text.text(), words.size());
    return distinct(features.found, features.count);
  }

  /** What a clause holds by itself, whatever stands beside it; some of it more than once. */
  static int[] within(List<Words.Word> clause) {
    return within(clause, true);
  }

  /** The same without the letters of its words. */
  static int[] withinWords(List<Words.Word> clause) {
    return within(clause, false);
  }

  /** The letters of a word, each feature once. */
  static int[] lettersOf(String word) {
    TextFeatures features = new TextFeatures();
    features.letters(word);
    return distinct(features.found, features.count);
  }

  /** What is said in words; some of it perhaps more than once. */
  static int[] said(Set<String> facts, List<TopicWords.Spoken> spoken) {
    TextFeatures features = new TextFeatures();
    features.say(facts, spoken);
    return features.all();
  }

  private void say(Set<String> facts, List<TopicWords.Spoken> spoken) {
    spoken.forEach(this::spoken);
    facts.forEach(fact -> add(Kind.FACT, Words.numberOf(fact)));
  }

  private static int[] within(List<Words.Word> clause, boolean letters) {
    TextFeatures features = new TextFeatures();
    Set<String> spelled = new HashSet<>();
    int before = 0;
    int twoBefore = 0;
    int at = 0;
    for (Words.Word word : clause) {
      int hash = word.number();
      features.add(Kind.WORD, hash);
      if (at > 0) {
        features.add(Kind.WORDS, pair(before, hash));
      }
      if (at > 1) {
        features.threes(twoBefore, before, hash, 0);
      }
      if (letters && spelled.add(word.text())) {
        features.letters(word.text());
      }
      twoBefore = before;
      before = hash;
      at++;
    }
    return features.all();
  }

  /**
   * What one clause, or two that follow one another, hold beside what is {@link #within} each:
   * where they begin, meet and end, and what is said in them. Some of it may be more than once
   * there, or be within one.
   *
   * @param asks a question mark stands behind the first
   */
  static int[] around(
      List<List<Words.Word>> clauses,
      boolean asks,
      Set<String> facts,
      List<TopicWords.Spoken> spoken) {
    TextFeatures features = new TextFeatures();
    features.say(facts, spoken);
    features.edges(clauses, asks);
    return features.all();
  }

  /** The same without what is said in them. */
  static int[] around(List<List<Words.Word>> clauses, boolean asks) {
    TextFeatures features = new TextFeatures();
    features.edges(clauses, asks);
    return features.all();
  }

  private void edges(List<List<Words.Word>> clauses, boolean asks) {
    int before = 0;
    int twoBefore = 0;
    int words = 0;
    for (List<Words.Word> clause : clauses) {
      int size = clause.size();
      for (int at = 0; at < Math.min(2, size); at++) {
        int hash = clause.get(at).number();
        add(Kind.WORDS, pair(before, hash));
        threes(twoBefore, before, hash, 0);
        twoBefore = before;
        before = hash;
      }
      if (size > 2) {
        twoBefore = clause.get(size - 2).number();
        before = clause.get(size - 1).number();
      }
      words += size;
    }
    add(Kind.WORDS, pair(before, 1));
    shape(asks ? "?" : "", words);
  }

  private int[] all() {
    return Arrays.copyOf(found, count);
  }

  /**
   * @param spelled words whose letters were read
   */
  private void words(List<Words.Word> words, int place, Set<String> spelled) {
    int before = 0;
    int twoBefore = 0;
    for (Words.Word word : words) {
      int hash = word.number();
      add(Kind.WORD, place + hash);
      add(Kind.WORDS, place + pair(before, hash));
      threes(twoBefore, before, hash, place);
      if (place == 0 && spelled.add(word.text())) {
        letters(word.text());
      }
      twoBefore = before;
      before = hash;
    }
    add(Kind.WORDS, place + pair(before, 1));
  }

  /** Three words that follow one another, with the middle one and without it. */
  private void threes(int first, int second, int third, int place) {
    add(Kind.WORDS, place + pair(first, third) * APART);
    add(Kind.WORDS, place + pair(pair(first, second), third));
  }

  private void singles(List<Words.Word> words, int place) {
    int before = 0;
    for (Words.Word word : words) {
      int hash = word.number();
      add(Kind.WORD, place + hash);
      add(Kind.WORDS, place + pair(before, hash));
      before = hash;
    }
  }

  /** What is said of a thing: the words of the clause that names it, or of the answer behind it. */
  private void spoken(TopicWords.Spoken clause) {
    for (String topic : clause.topics()) {
      int thing = Words.numberOf(topic) * (clause.answer() ? ANSWER : OF);
      int before = 0;
      for (Words.Word word : clause.words()) {
        int hash = word.number();
        add(Kind.WORDS, pair(thing, hash));
        add(Kind.WORDS, pair(thing, pair(before, hash)));
        before = hash;
      }
    }
  }

  /** Runs of letters, with the word's beginning and end as letters of their own. */
  private void letters(String word) {
    int length = Math.min(word.length(), MOST_LETTERS) + 2;
    for (int from = 0; from < length - SHORTEST_GRAM + 1; from++) {
      int hash = LETTERS;
      int longest = Math.min(length, from + LONGEST_GRAM);
      for (int at = from; at < longest; at++) {
        hash = hash * 31 + (at == 0 ? '<' : at == length - 1 ? '>' : word.charAt(at - 1));
        if (at - from + 1 >= SHORTEST_GRAM) {
          add(Kind.LETTERS, hash);
        }
      }
    }
  }

  private void shape(String text, int words) {
    add(Kind.FACT, SHAPE + 31 - Integer.numberOfLeadingZeros(words + 1));
    int seen = signsIn(text);
    for (int at = 0; at < SIGNS.size(); at++) {
      if ((seen >>> at & 1) != 0) {
        add(Kind.FACT, pair(SHAPE, Words.numberOf(SIGNS.get(at))));
      }
    }
  }

  /** A bit for each of {@link #SIGNS} that stands in {@code text}. */
  private static int signsIn(String text) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Most signs of a text are letters and blanks, which begin none.
      if (c > ' ' && (c < 'a' || c > 'z')) {
        for (int at = 0; at < SIGNS.size(); at++) {
          if (c == SIGNS.get(at).charAt(0) && text.startsWith(SIGNS.get(at), i)) {
            seen |= 1 << at;
          }
        }
      }
    }
    return seen;
  }

  private void add(Kind kind, int hash) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count++] = (kind.number << Kind.BITS) + (Words.mix(hash) >>> (Integer.SIZE - Kind.BITS));
  }

  /** The first {@code count} numbers, each once; none is below 0. */
  static int[] distinct(int[] numbers, int count) {
    int[] table = new int[Integer.highestOneBit(Math.max(2, count)) * 4];
    int shift = Integer.numberOfLeadingZeros(table.length) + 1;
    int kept = 0;
    for (int at = 0; at < count; at++) {
      int number = numbers[at];
      int slot = (number * SPREAD) >>> shift;
      while (table[slot] != 0 && table[slot] != number + 1) {
        slot = (slot + 1) & (table.length - 1);
      }
      if (table[slot] == 0) {
        table[slot] = number + 1;
        numbers[kept++] = number;
      }
    }
    return Arrays.copyOf(numbers, kept);
  }

  static int pair(int first, int second) {
    return Words.mix(first * SPREAD + second);
  }
}
