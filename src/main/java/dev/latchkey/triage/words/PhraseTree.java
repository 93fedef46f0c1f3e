package dev.latchkey.triage.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups of phrases, letter by letter, so that a word is looked at once, up to the letter where no
 * phrase goes on. Made once, and shared by all who look for some of its groups.
 *
 * <p>Between two words of a phrase is a <em>place</em>; place 0 is before the first. In a word
 * every letter leads to a <em>state</em>.
 */
final class PhraseTree {
  /** In {@link #scan}: first word, word behind the last, place. */
  static final int ENTRY = 3;

  /** A shorter beginning would match nearly anything. */
  private static final int SHORTEST_PREFIX = 2;

  private static final int NONE = -1;

  /** Fewer edges are looked at one by one. */
  private static final int FEW = 6;

  private static final int ASCII = 128;
  private static final int LETTERS = 26;
  private static final int FEW_NUMBERS = 24;
  private static final int[] NOTHING = {};

  /** The groups of the phrases that end at a place. */
  private final List<Set<String>> groups = new ArrayList<>();

  /** Whether a phrase ends at a place. */
  private final boolean[] ends;

  /** The state before the first letter of what may follow at a place, or {@link #NONE}. */
  private final int[] first;

  /** The edges of a state, from its own number up to the next state's. */
  private final int[] edges;

  private final char[] signs;
  private final int[] targets;

  /** Where a word leads to that ends in a state, or {@link #NONE}. */
  private final int[] whole;

  /** Where a word leads to that begins so. */
  private final int[] begun;

  /** The edges of the first state by their signs. */
  private final int[] start = new int[ASCII];

  /** The state behind two small letters of ASCII: most words stop there. */
  private final int[] second = new int[LETTERS * LETTERS];

  /** What is being built. */
  private static final class Place {
    private final Set<String> groups = new TreeSet<>();
    private @Nullable State letters;
  }

  private static final class State {
    private final Map<Character, State> next = new TreeMap<>();
    private @Nullable Place whole;
    private @Nullable Place begun;
  }

  /** An array that grows. */
  private static final class Numbers {
    private int[] all = NOTHING;
    private int count;

    private void add(int number) {
      if (count == all.length) {
        all = Arrays.copyOf(all, Math.max(FEW_NUMBERS, count * 2));
      }
      all[count++] = number;
    }

    private int[] all() {
      return count == 0 ? NOTHING : Arrays.copyOf(all, count);
    }
  }

  /**
   * A tree of phrases by the name of their group.
   *
   * @param phrases in which {@code word*} stands for every word that begins so
   */
  PhraseTree(Map<String, List<String>> phrases) {
    Place root = new Place();
    phrases.forEach((group, some) -> some.forEach(phrase -> add(root, group, phrase)));
    List<Place> places = new ArrayList<>();
    List<State> states = new ArrayList<>();
    IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    number(root, places, states, numbers);
    places.forEach(place -> groups.add(Set.copyOf(place.groups)));
    ends = new boolean[places.size()];
    for (int at = 0; at < ends.length; at++) {
      ends[at] = !groups.get(at).isEmpty();
    }
    first = places.stream().mapToInt(place -> numberOf(place.letters, numbers)).toArray();
    whole = states.stream().mapToInt(state -> numberOf(state.whole, numbers)).toArray();
    begun = states.stream().mapToInt(state -> numberOf(state.begun, numbers)).toArray();
    edges = new int[states.size() + 1];
    StringBuilder letters = new StringBuilder();
    Numbers to = new Numbers();
    for (int at = 0; at < states.size(); at++) {
      states
          .get(at)
          .next
          .forEach(
              (sign, next) -> {
                letters.append((char) sign);
                to.add(numberOf(next, numbers));
              });
      edges[at + 1] = to.count;
    }
    signs = letters.toString().toCharArray();
    targets = to.all();
    Arrays.fill(start, NONE);
    for (int at = 0; first[0] >= 0 && at < edges[first[0] + 1]; at++) {
      if (signs[at] < ASCII) {
        start[signs[at]] = targets[at];
      }
    }
    for (int at = 0; at < second.length; at++) {
      int one = start['a' + at / LETTERS];
      second[at] = one < 0 ? NONE : next(one, (char) ('a' + at % LETTERS));
    }
  }

  private static int numberOf(@Nullable Object one, IdentityHashMap<Object, Integer> numbers) {
    return one == null ? NONE : numbers.getOrDefault(one, NONE);
  }

  /** Numbers those that follow each other one behind the other; the first state is 0. */
  private static void number(
      Place place,
      List<Place> places,
      List<State> states,
      IdentityHashMap<Object, Integer> numbers) {
    numbers.put(place, places.size());
    places.add(place);
    if (place.letters != null) {
      number(place.letters, places, states, numbers);
    }
  }

  private static void number(
      State state,
      List<Place> places,
      List<State> states,
      IdentityHashMap<Object, Integer> numbers) {
    numbers.put(state, states.size());
    states.add(state);
    state.next.values().forEach(next -> number(next, places, states, numbers));
    if (state.whole != null) {
      number(state.whole, places, states, numbers);
    }
    if (state.begun != null) {
      number(state.begun, places, states, numbers);
    }
  }

  private static void add(Place root, String group, String phrase) {
    Place place = root;
    for (Words.Word part : Words.of(phrase).list()) {
      String word = ownWord(part.text());
      boolean prefix = word.endsWith("*") && word.length() > SHORTEST_PREFIX;
      place = follow(place, prefix ? word.substring(0, word.length() - 1) : word, prefix);
    }
    if (place != root) {
      place.groups.add(group);
    }
  }

  private static Place follow(Place place, String word, boolean prefix) {
    State state = place.letters == null ? new State() : place.letters;
    place.letters = state;
    for (int at = 0; at < word.length(); at++) {
      state = state.next.computeIfAbsent(word.charAt(at), absent -> new State());
    }
    Place known = prefix ? state.begun : state.whole;
    Place next = known == null ? new Place() : known;
    if (prefix) {
      state.begun = next;
    } else {
      state.whole = next;
    }
    return next;
  }

  /** A sign that is a word of its own begins itself, and nothing else. */
  private static String ownWord(String word) {
    boolean sign = word.length() == SHORTEST_PREFIX && word.endsWith("*") && word.charAt(0) > 0xdff;
    return sign ? word.substring(0, 1) : word;
  }

  /** The groups of the phrases that end at each place. */
  List<Set<String>> groups() {
    return groups;
  }

  /**
   * Every phrase in {@code words}, in the order of their first words: of each the first word, the
   * word behind its last and the place where it ends.
   */
  int[] scan(List<Words.Word> words) {
    Scan scan = new Scan(words);
    for (int at = 0; at < words.size(); at++) {
      scan.from = at;
      scan.begin(words.get(at).text());
    }
    return scan.found.all();
  }

  private static boolean isLetter(char sign) {
    return sign >= 'a' && sign <= 'z';
  }

  /** The edge of {@code state} by {@code sign}. */
  private int next(int state, char sign) {
    int low = edges[state];
    int high = edges[state + 1];
    while (high - low > FEW) {
      int middle = (low + high) >>> 1;
      if (signs[middle] <= sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int at = low; at < high; at++) {
      if (signs[at] == sign) {
        return targets[at];
      }
    }
    return NONE;
  }

  private final class Scan {
    private final List<Words.Word> words;
    private final Numbers found = new Numbers();
    private int from;

    Scan(List<Words.Word> words) {
      this.words = words;
    }

    private void begin(String word) {
      if (word.length() > 1 && isLetter(word.charAt(0)) && isLetter(word.charAt(1))) {
        // No phrase is over behind one letter of a longer word: see SHORTEST_PREFIX.
        int state = second[(word.charAt(0) - 'a') * LETTERS + word.charAt(1) - 'a'];
        if (state >= 0) {
          letters(state, word, 2, from + 1);
        }
      } else if (!word.isEmpty() && first[0] >= 0) {
        char sign = word.charAt(0);
        int state = sign < ASCII ? start[sign] : next(first[0], sign);
        if (state >= 0) {
          letters(state, word, 1, from + 1);
        }
      }
    }

    private void letters(int begunAt, String word, int read, int next) {
      int state = begunAt;
      for (int at = read; ; at++) {
        if (begun[state] >= 0) {
          reach(begun[state], next);
        }
        if (at == word.length()) {
          if (whole[state] >= 0) {
            reach(whole[state], next);
          }
          return;
        }
        state = next(state, word.charAt(at));
        if (state < 0) {
          return;
        }
      }
    }

    private void reach(int place, int at) {
      if (ends[place]) {
        found.add(from);
        found.add(at);
        found.add(place);
      }
      if (first[place] >= 0 && at < words.size()) {
        String word = words.get(at).text();
        int state = word.isEmpty() ? NONE : next(first[place], word.charAt(0));
        if (state >= 0) {
          letters(state, word, 1, at + 1);
        }
      }
    }
  }
}
