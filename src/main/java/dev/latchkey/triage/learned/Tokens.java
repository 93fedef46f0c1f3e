package dev.latchkey.triage.learned;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tokens of a text that may be names, and what stands around each of them: runs of letters,
 * digits and the signs that names may hold, and what stands alone of a script without blanks.
 */
final class Tokens {
  /** More tokens are not looked at. */
  private static final int MOST = 400;

  private static final int LONGEST = 100;
  private static final int LONGEST_UNSPACED = 12;
  private static final int REACH = 5;
  private static final String INNER = "._-+@";
  private static final String QUOTES = "`'\"‘’“”„«»「」『』<>*";

  /** A token and where it stands. */
  record Token(String text, int start, int end, boolean unspaced) {}

  private final String text;
  private final int subjectEnd;
  private final Concepts concepts;
  private final BitSet known;
  private final List<Token> list = new ArrayList<>();
  private final List<int[]> meanings = new ArrayList<>();
  private final List<Integer> hashes = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> locals = new ArrayList<>();
  private int strange;
  private int firstStrange = -1;

  Tokens(String subject, String written, Concepts concepts, BitSet known) {
    String all = subject + "\n" + written;
    this.text = all.length() > FoldedText.LONGEST ? all.substring(0, FoldedText.LONGEST) : all;
    this.subjectEnd = subject.length();
    this.concepts = concepts;
    this.known = known;
    cut();
    for (int at = 0; at < list.size(); at++) {
      Token token = list.get(at);
      hashes.add(hash(token.text()));
      counts.merge(token.text(), 1, Integer::sum);
      meanings.add(concepts.find(FoldedText.of(token.text()), 1).meanings());
      int sign = token.text().indexOf('@');
      if (sign > 0) {
        locals.add(token.text().substring(0, sign));
      }
      if (mayBeName(at) && !isKnown(at)) {
        strange++;
        if (firstStrange < 0) {
          firstStrange = at;
        }
      }
    }
  }

  private void cut() {
    int at = 0;
    while (at < text.length() && list.size() < MOST) {
      char sign = text.charAt(at);
      if (!isPart(sign)) {
        at++;
        continue;
      }
      boolean unspaced = Letters.isUnspaced(sign);
      int end = at;
      while (end < text.length()
          && isPart(text.charAt(end))
          && Letters.isUnspaced(text.charAt(end)) == unspaced) {
        end++;
      }
      int from = at;
      int to = end;
      if (!unspaced) {
        while (from < to && ".-+@".indexOf(text.charAt(from)) >= 0) {
          from++;
        }
        boolean initials = isInitials(from, to);
        while (to > from && !initials && ".-+@".indexOf(text.charAt(to - 1)) >= 0) {
          to--;
        }
      }
      if (to > from && to - from <= LONGEST) {
        list.add(new Token(text.substring(from, to), from, to, unspaced));
      }
      at = end;
    }
  }

  /** {@code v.e.r.a.}: there the last dot belongs to the name. */
  private boolean isInitials(int from, int to) {
    for (int at = from; at < to; at++) {
      boolean letter = (at - from) % 2 == 0;
      char sign = text.charAt(at);
      if (letter ? !Letters.isWord(sign) : sign != '.') {
        return false;
      }
    }
    return (to - from) % 2 == 0 && to - from > 2;
  }

  private static boolean isPart(char sign) {
    return Letters.isWord(sign) || sign == '_' || INNER.indexOf(sign) >= 0;
  }

  static int hash(String word) {
    int hash = 17;
    for (int at = 0; at < word.length(); at++) {
      hash = Bag.join(hash, Letters.bare(word.charAt(at)));
    }
    return Bag.mixed(hash);
  }

  List<Token> list() {
    return list;
  }

  boolean mayBeName(int at) {
    Token token = list.get(at);
    return !token.unspaced() || token.text().length() <= LONGEST_UNSPACED;
  }

  private boolean isKnown(int at) {
    return known.get(hashes.get(at) & (KNOWN - 1));
  }

  static final int KNOWN = 1 << 17;

  /** Adds what the token at {@code at} and its neighbours look like. */
  void features(int at, Bag bag) {
    Token token = list.get(at);
    boolean isKnown = isKnown(at);
    int flag = isKnown ? 1 : 0;
    String shape = shape(token.text());
    int shapeHash = shape.hashCode();
    char before = near(token.start() - 1, -1);
    char after = near(token.end(), 1);
    one(bag, 1, flag);
    one(bag, 2, shapeHash);
    two(bag, 3, shapeHash, flag);
    one(bag, 4, kind(before));
    one(bag, 5, kind(after));
    two(bag, 6, kind(before), kind(after));
    two(bag, 7, kind(before), flag);
    two(bag, 8, kind(before) * 31 + kind(after), flag);
    one(bag, 9, Math.min(token.text().length(), 20) / 3);
    if (isKnown) {
      one(bag, 10, hashes.get(at));
    }
    for (int step = 1; step <= 3; step++) {
      int prev = at - step >= 0 && !crosses(at - step, at) ? hashes.get(at - step) : step;
      int next = at + step < list.size() && !crosses(at, at + step) ? hashes.get(at + step) : step;
      two(bag, 11 + step, prev, 0);
      two(bag, 15 + step, prev, flag);
      if (step < 3) {
        two(bag, 20 + step, next, 0);
      }
      if (step == 1) {
        two(bag, 24, prev, kind(before) * 31 + flag);
        int prev2 = at - 2 >= 0 && !crosses(at - 2, at) ? hashes.get(at - 2) : 2;
        two(bag, 25, prev, prev2);
      }
    }
    for (int step = 1; step <= REACH; step++) {
      if (at - step >= 0) {
        int bucket = step <= 2 ? step : 3;
        if (crosses(at - step, at)) {
          bucket = 5;
        }
        for (int concept : meanings.get(at - step)) {
          two(bag, 30, concept, bucket);
          two(bag, 31, concept, bucket * 2 + flag);
        }
      }
      if (at + step < list.size() && step <= 3) {
        for (int concept : meanings.get(at + step)) {
          two(bag, 32, concept, step == 1 ? 1 : 2);
          two(bag, 33, concept, flag);
        }
      }
    }
    around(token, flag, bag);
    whole(at, token, flag, bag);
  }

  /** The signs before and behind where words are not told apart by blanks. */
  private void around(Token token, int flag, Bag bag) {
    int hash = 40;
    int seen = 0;
    StringBuilder tail = new StringBuilder();
    for (int at = token.start() - 1; at >= 0 && seen < 12; at--) {
      char sign = text.charAt(at);
      if (Letters.isUnspaced(sign)) {
        if (seen < 4) {
          hash = Bag.join(hash, sign);
          two(bag, 41 + seen, hash, 0);
          two(bag, 51 + seen, hash, flag);
        }
        tail.insert(0, sign);
        seen++;
      } else if (Letters.isWord(sign) || sign == '\n' || (seen > 0 && sign == '。')) {
        break;
      }
    }
    if (seen > 0) {
      meant(tail.toString(), flag, bag);
    }
    hash = 60;
    seen = 0;
    for (int at = token.end(); at < text.length() && seen < 3; at++) {
      char sign = text.charAt(at);
      if (Letters.isUnspaced(sign)) {
        hash = Bag.join(hash, sign);
        two(bag, 61 + seen, hash, 0);
        seen++;
      } else if (Letters.isWord(sign) || sign == '\n') {
        break;
      }
    }
  }

  private void meant(String tail, int flag, Bag bag) {
    FoldedText folded = FoldedText.of(tail);
    int from = 1;
    while (from < folded.length() - 1) {
      Concepts.Found found = concepts.find(folded, from);
      int distance = folded.length() - 1 - found.end();
      int bucket = distance <= 1 ? 1 : distance <= 4 ? 2 : 3;
      for (int concept : found.meanings()) {
        two(bag, 30, concept, bucket);
        two(bag, 31, concept, bucket * 2 + flag);
      }
      from = Math.max(found.end(), from + 1);
    }
  }

  private void whole(int at, Token token, int flag, Bag bag) {
    int count = counts.getOrDefault(token.text(), 1);
    two(bag, 70, Math.min(count, 3), flag);
    two(bag, 71, token.start() < subjectEnd ? 1 : 0, flag);
    two(bag, 72, Math.min(strange, 4), flag);
    two(bag, 73, at == firstStrange ? 1 : 0, flag);
    boolean lineStart = near(token.start() - 1, -1) == '\n';
    boolean lineEnd = near(token.end(), 1) == '\n';
    boolean last = text.indexOf('\n', token.end()) < 0;
    boolean alone = lineStart && lineEnd;
    two(bag, 74, (lineStart ? 1 : 0) + (lineEnd ? 2 : 0) + (last ? 4 : 0), flag);
    two(bag, 75, alone ? 1 : 0, shape(token.text()).hashCode());
    int local = 0;
    String low = token.text().toLowerCase(Locale.ROOT);
    for (String name : locals) {
      String other = name.toLowerCase(Locale.ROOT);
      if (other.equals(low)) {
        local = 3;
      } else if (low.length() > 3 && (other.contains(low) || low.contains(other))) {
        local = Math.max(local, 2);
      }
    }
    two(bag, 76, local, flag);
    boolean begins = at == 0 || crosses(at - 1, at);
    two(bag, 77, begins ? 1 : 0, shape(token.text()).hashCode() * 2 + flag);
  }

  /** Whether a sentence ends between two tokens. */
  private boolean crosses(int from, int to) {
    for (int at = list.get(from).end(); at < list.get(to).start(); at++) {
      char sign = text.charAt(at);
      if (sign == '\n' || sign == '.' || sign == '!' || sign == '?' || sign == '。') {
        return true;
      }
    }
    return false;
  }

  private char near(int from, int step) {
    int at = from;
    while (at >= 0 && at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at += step;
    }
    if (at < 0 || at >= text.length()) {
      return '\n';
    }
    boolean touching = at == from;
    char sign = text.charAt(at);
    if (Letters.isUnspaced(sign)) {
      return touching ? '字' : '間';
    }
    return Letters.isWord(sign) ? 'a' : sign;
  }

  private static int kind(char sign) {
    return switch (sign) {
      case ':', '：', '=' -> ':';
      case '(', '（', '[', '【' -> '(';
      case ')', '）', ']', '】' -> ')';
      case ',', '，', '、', ';' -> ',';
      case '。' -> '.';
      default -> QUOTES.indexOf(sign) >= 0 ? '"' : sign;
    };
  }

  private static String shape(String token) {
    StringBuilder shape = new StringBuilder();
    for (int at = 0; at < token.length() && shape.length() < 8; at++) {
      char sign = token.charAt(at);
      char kind =
          Letters.isUnspaced(sign)
              ? '字'
              : Character.isUpperCase(sign)
                  ? 'X'
                  : Character.isLetter(sign) ? 'x' : Character.isDigit(sign) ? '0' : sign;
      if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }

  private static void one(Bag bag, int what, int value) {
    bag.add(Bag.WORDS, Bag.join(1000 + what, Bag.mixed(value)));
  }

  private static void two(Bag bag, int what, int value, int other) {
    bag.add(Bag.WORDS, Bag.join(Bag.join(2000 + what, Bag.mixed(value)), other));
  }
}
