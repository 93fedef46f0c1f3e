package dev.latchkey.triage.words;

import static java.util.Objects.requireNonNull;

import dev.latchkey.triage.words.TextWords.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private SpelledSigns() {}

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
    List<Word> words = pieces(text);
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int from = at;
      int last = at;
      int pieces = 0;
      int group = 0;
      StringBuilder signs = new StringBuilder();
      while (at < words.size() && (pieces == 0 || near(text, words.get(at - 1), words.get(at)))) {
        String read = signs(text, words.get(at), group);
        if (read.isEmpty() && (pieces == 0 || !BETWEEN.contains(words.get(at).lower()))) {
          break;
        }
        at += read.length() == 1 ? 1 + explained(words, at) : 1;
        signs.append(read);
        group = read.isEmpty() ? group : read.length();
        pieces += read.isEmpty() ? 0 : 1;
        last = read.isEmpty() ? last : at - 1;
      }
      if (pieces >= FEWEST_PIECES && signs.length() >= FEWEST) {
        runs.add(new Run(words.get(from).start(), words.get(last).end(), signs.toString()));
      }
      at = Math.max(at, from + 1);
    }
    return runs;
  }

  /** The words, and each sign of a script without blanks by itself. */
  private static List<Word> pieces(String text) {
    List<Word> pieces = new ArrayList<>();
    for (Word word : TextWords.of(text.substring(0, Math.min(text.length(), READ)))) {
      if (!TextWords.isUnspaced(text.charAt(word.start()))) {
        pieces.add(word);
        continue;
      }
      for (int i = word.start(); i < word.end(); i++) {
        pieces.add(new Word(i, i + 1, text.substring(i, i + 1)));
      }
    }
    return pieces;
  }

  private static boolean near(String text, Word left, Word right) {
    String between = text.substring(left.end(), Math.min(right.start(), left.end() + GAP + 1));
    return between.length() <= GAP && between.indexOf("\n\n") < 0;
  }

  /**
   * The signs that a piece stands for; none of an ordinary word.
   *
   * @param group how many the piece before it has; 0 where it is the first
   */
  private static String signs(String text, Word word, int group) {
    String as = text.substring(word.start(), word.end());
    if (as.length() == 1 && TextWords.isAlphanumeric(as.charAt(0))) {
      return as;
    }
    Character said = SIGNS.get(word.lower());
    if (said != null) {
      return TextWords.isAlphanumeric(said) ? said.toString() : "";
    }
    return as.length() <= GROUP && isGroup(as, group) ? as : "";
  }

  /**
   * Letters and digits mixed, as in no word, number or year; below groups of the same length also
   * digits or capitals alone.
   */
  private static boolean isGroup(String piece, int group) {
    boolean digit = false;
    boolean letter = false;
    boolean small = false;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (!TextWords.isAlphanumeric(c)) {
        return false;
      }
      digit |= c <= '9';
      letter |= c > '9';
      small |= c >= 'a';
    }
    return (digit && letter) || (piece.length() == group && !small);
  }

  /** How many words behind a letter only say which it is: "as in kilo". */
  private static int explained(List<Word> words, int at) {
    String letter = words.get(at).lower();
    int next = at + 1;
    if (next < words.size() && AS.contains(words.get(next).lower())) {
      boolean two = words.get(next).lower().equals("as") && said(words, next + 1, "in");
      int word = two ? next + 2 : next + 1;
      return word < words.size() && words.get(word).lower().startsWith(letter) ? word - at : 0;
    }
    return 0;
  }

  private static boolean said(List<Word> words, int at, String word) {
    return at < words.size() && words.get(at).lower().equals(word);
  }
}
