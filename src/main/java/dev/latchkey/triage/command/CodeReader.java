package dev.latchkey.triage.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what may be one of our codes in what somebody typed: letters A to Z and digits 2 to 7, 13
 * to 26 of them. People and programs change codes on their way, so what parts their groups of four
 * may be dashes of any kind, blanks, a line end, or nothing, and what does not show is not there;
 * what an input method types in full width is the same letter (NFKC). Our codes have at least 64
 * bits, so looking up the hash of each find tells whether it is one. A stop word ({@code STOP-…})
 * is read without its first part.
 */
public final class CodeReader {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 26;
  private static final int MOST = 40;

  /** Letters of a group of a code; its last one may be shorter. */
  private static final int GROUP = 4;

  /** The shortest code has so many of them. */
  private static final int FEWEST_GROUPS = 4;

  private static final char FIRST_BEYOND_ASCII = 0x80;

  /** What a stop word begins with; without it the rest counts, too. */
  private static final String STOP = "STOP";

  /**
   * The first 40 finds, without what parts their groups; whole words before groups of words, and
   * before what is spelled or mistyped ({@link LooseCodes}).
   */
  public List<String> read(String typed) {
    Set<String> found = new LinkedHashSet<>();
    String folded = folded(typed);
    List<List<String>> stretches = stretches(folded);
    for (List<String> words : stretches) {
      words.stream()
          .map(word -> withoutStop(word.replace("-", "")))
          .filter(CodeReader::fits)
          .forEach(found::add);
    }
    for (List<String> words : stretches) {
      addGrouped(
          words.stream().flatMap(word -> List.of(word.split("-+")).stream()).toList(), found);
    }
    found.addAll(LooseCodes.read(folded));
    return found.stream().limit(MOST).toList();
  }

  /** Codes that begin with any of {@code groups} and go on with those that follow it. */
  private static void addGrouped(List<String> groups, Set<String> found) {
    for (int first = 0; first < groups.size() && found.size() < MOST; first++) {
      StringBuilder code = new StringBuilder();
      int next = first;
      while (next < groups.size()
          && groups.get(next).length() <= GROUP
          && code.length() % GROUP == 0
          && code.length() < LONGEST) {
        code.append(groups.get(next));
        next++;
        if (fits(code.toString())) {
          found.add(code.toString());
        }
      }
    }
  }

  private static boolean fits(String letters) {
    return letters.length() >= SHORTEST && letters.length() <= LONGEST;
  }

  /**
   * Words of letters and dashes, in lists of those that nothing but blanks part; only lists that
   * may hold a code, since hardly any does.
   */
  private static List<List<String>> stretches(String typed) {
    List<List<String>> stretches = new ArrayList<>();
    int start = 0;
    int letters = 0;
    int group = 0;
    int groups = 0;
    boolean may = false;
    for (int i = 0; i <= typed.length(); i++) {
      char c = i < typed.length() ? typed.charAt(i) : '.';
      if (isCodeLetter(c)) {
        letters++;
        group++;
      } else if (c < FIRST_BEYOND_ASCII || Character.getType(c) != Character.FORMAT) {
        groups = group == GROUP ? groups + 1 : group == 0 ? groups : 0;
        group = 0;
        may |= groups >= FEWEST_GROUPS - 1;
        if (!isDash(c)) {
          may |= letters >= SHORTEST && letters <= STOP.length() + LONGEST;
          letters = 0;
          if (!isBlank(c)) {
            if (may) {
              stretches.add(words(typed.substring(start, i)));
            }
            start = i + 1;
            groups = 0;
            may = false;
          }
        }
      }
    }
    return stretches;
  }

  /** The words of letters and dashes in a text of nothing but those and blanks. */
  private static List<String> words(String stretch) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= stretch.length(); i++) {
      char c = i < stretch.length() ? stretch.charAt(i) : ' ';
      if (isCodeLetter(c)) {
        word.append(c);
      } else if (isDash(c)) {
        word.append('-');
      } else if (Character.getType(c) != Character.FORMAT && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** An input method for kana has the long vowel's mark on the key of the dash. */
  private static boolean isDash(char c) {
    return c < FIRST_BEYOND_ASCII
        ? c == '-'
        : Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == '\u30FC';
  }

  private static String folded(String typed) {
    for (int i = 0; i < typed.length(); i++) {
      if (typed.charAt(i) >= FIRST_BEYOND_ASCII) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
      }
    }
    return typed;
  }

  private static String withoutStop(String word) {
    boolean stops =
        word.length() == STOP.length() + LONGEST
            && word.substring(0, STOP.length()).equalsIgnoreCase(STOP);
    return stops ? word.substring(STOP.length()) : word;
  }

  private static boolean isCodeLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
  }
}
