package dev.latchkey.triage.words;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes that somebody wrote sign by sign or in small groups ("k 7 b b"), or as they are said
 * ("kilo, seven, b as in bravo"). Which of them are codes of ours, or anything at all, whoever asks
 * finds out. The words stand in {@code spelled-words.txt}.
 */
public final class SpelledSigns {
  /** A code that somebody spells stands near the top. */
  private static final int READ = 20_000;

  /** Fewer signs are a remark about a code. */
  private static final int FEWEST = 6;

  /** In fewer pieces it is written, and not spelled. */
  private static final int FEWEST_PIECES = 4;

  /** A longer piece is a word. */
  private static final int GROUP = 5;

  /** Punctuation and blanks; more of them part two things. */
  private static final int GAP = 4;

  private static final Map<String, Character> SIGNS = new HashMap<>();
  private static final Set<String> AS = new HashSet<>();
  private static final Set<String> BETWEEN = new HashSet<>();

  static {
    List<String> digits =
        requireNonNull(WordList.sections(SpelledSigns.class, "spelled-words.txt").get("digits"));
    for (int digit = 0; digit < digits.size(); digit++) {
      for (String word : digits.get(digit).split(", ")) {
        SIGNS.put(word, (char) ('0' + digit));
      }
    }
    Map<String, List<String>> words = WordList.phrases(SpelledSigns.class, "spelled-words.txt");
    requireNonNull(words.get("alphabet")).forEach(word -> SIGNS.put(word, word.charAt(0)));
    AS.addAll(requireNonNull(words.get("as")));
    BETWEEN.addAll(requireNonNull(words.get("between")));
  }

  /** The hashes of {@link #SIGNS}, in order: most words are none of them. */
  private static final int[] HASHES =
      SIGNS.keySet().stream().mapToInt(String::hashCode).sorted().toArray();

  private static final int LONGEST =
      SIGNS.keySet().stream().mapToInt(String::length).max().orElse(0);

  private static final int LETTERS = 26;

  /** The first two letters of those in {@link #SIGNS}: most words begin otherwise. */
  private static final boolean[] BEGUN = new boolean[LETTERS * LETTERS];

  static {
    for (String word : SIGNS.keySet()) {
      if (word.length() > 1 && isLetter(word.charAt(0)) && isLetter(word.charAt(1))) {
        BEGUN[pair(word.charAt(0), word.charAt(1))] = true;
      }
    }
  }

  private final String text;
  private final char[] letters;

  /** The pieces of the text: where each begins and ends. */
  private int[] places = new int[256];

  private int count;

  private SpelledSigns(String text) {
    this.text = text;
    this.letters = text.toCharArray();
    int most = Math.min(letters.length, READ);
    int i = 0;
    while (i < most) {
      int end = TextWords.isUnspaced(letters[i]) ? i : TextWords.end(letters, i, most);
      if (end > i) {
        add(i, end);
      } else if (TextWords.end(letters, i, i + 1) > i) {
        // Each sign of a script without blanks by itself.
        add(i, i + 1);
      }
      i = Math.max(end, i + 1);
    }
  }

  private void add(int start, int end) {
    if (count * 2 == places.length) {
      places = Arrays.copyOf(places, count * 4);
    }
    places[count * 2] = start;
    places[count * 2 + 1] = end;
    count++;
  }

  private int start(int at) {
    return places[at * 2];
  }

  private int end(int at) {
    return places[at * 2 + 1];
  }

  private String lower(int at) {
    return TextWords.lower(letters, start(at), end(at));
  }

  /**
   * What was spelled.
   *
   * @param start where it begins in the text
   * @param end where it ends
   * @param signs letters and digits, without what parts them
   */
  public record Run(int start, int end, String signs) {}

  /** Those in a text, in order. */
  public static List<Run> in(String text) {
    return new SpelledSigns(text).runs();
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < count) {
      int from = at;
      int last = at;
      int pieces = 0;
      int group = 0;
      StringBuilder signs = null;
      while (at < count && (pieces == 0 || isNear(at))) {
        String read = signs(at, group);
        if (read.isEmpty() && (pieces == 0 || !BETWEEN.contains(lower(at)))) {
          break;
        }
        at += read.length() == 1 ? 1 + explained(at) : 1;
        signs = (signs == null ? new StringBuilder() : signs).append(read);
        group = read.isEmpty() ? group : read.length();
        pieces += read.isEmpty() ? 0 : 1;
        last = read.isEmpty() ? last : at - 1;
      }
      if (signs != null && pieces >= FEWEST_PIECES && signs.length() >= FEWEST) {
        runs.add(new Run(start(from), end(last), signs.toString()));
      }
      at = Math.max(at, from + 1);
    }
    return runs;
  }

  /** Whether hardly anything stands between a piece and the one before it. */
  private boolean isNear(int at) {
    int from = end(at - 1);
    int to = start(at);
    return to - from <= GAP && text.substring(from, to).indexOf("\n\n") < 0;
  }

  /**
   * The signs that a piece stands for; none of an ordinary word.
   *
   * @param group how many the piece before it has; 0 where it is the first
   */
  private String signs(int at, int group) {
    int length = end(at) - start(at);
    if (length == 1 && TextWords.isAlphanumeric(letters[start(at)])) {
      return text.substring(start(at), end(at));
    }
    Character said = said(at);
    if (said != null) {
      return TextWords.isAlphanumeric(said) ? said.toString() : "";
    }
    return length <= GROUP && isGroup(at, group) ? text.substring(start(at), end(at)) : "";
  }

  private @Nullable Character said(int at) {
    int length = end(at) - start(at);
    if (length > LONGEST || (length > 1 && !mayBeSaid(start(at)))) {
      return null;
    }
    int hash = 0;
    for (int i = start(at); i < end(at); i++) {
      hash = hash * 31 + TextWords.lower(letters[i]);
    }
    return Arrays.binarySearch(HASHES, hash) < 0 ? null : SIGNS.get(lower(at));
  }

  private boolean mayBeSaid(int start) {
    char first = TextWords.lower(letters[start]);
    char second = TextWords.lower(letters[start + 1]);
    return !isLetter(first) || !isLetter(second) || BEGUN[pair(first, second)];
  }

  private static boolean isLetter(char sign) {
    return sign >= 'a' && sign <= 'z';
  }

  private static int pair(char first, char second) {
    return (first - 'a') * LETTERS + second - 'a';
  }

  /**
   * Letters and digits mixed, as in no word, number or year; below groups of the same length also
   * digits or capitals alone.
   */
  private boolean isGroup(int at, int group) {
    boolean digit = false;
    boolean letter = false;
    boolean small = false;
    for (int i = start(at); i < end(at); i++) {
      char c = letters[i];
      if (!TextWords.isAlphanumeric(c)) {
        return false;
      }
      digit |= c <= '9';
      letter |= c > '9';
      small |= c >= 'a';
    }
    return (digit && letter) || (end(at) - start(at) == group && !small);
  }

  /** How many words behind a letter only say which it is: "as in kilo". */
  private int explained(int at) {
    int next = at + 1;
    if (next < count && AS.contains(lower(next))) {
      boolean two = lower(next).equals("as") && next + 1 < count && lower(next + 1).equals("in");
      int word = two ? next + 2 : next + 1;
      return word < count && lower(word).startsWith(lower(at)) ? word - at : 0;
    }
    return 0;
  }
}
