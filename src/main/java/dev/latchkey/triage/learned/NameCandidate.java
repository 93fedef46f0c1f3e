package dev.latchkey.triage.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A piece of a mail that may be the name of something, and what stands around it. */
final class NameCandidate {
  /** Longest name in signs. */
  private static final int LONGEST = 60;

  private static final int MOST_TOKENS = 900;
  private static final int MOST_TOGETHER = 12;
  private static final int MOST_BLANKS = 3;
  private static final int AROUND = 5;

  private static final String OPENING = "\"'`“„‚‘«‹「『《〈（([{<*_";
  private static final String CLOSING = "\"'`”“’‘»›」』》〉）)]}>*_";
  private static final String TRAILING = ".,;:!?…。，、；：！？";

  private final String text;
  private final boolean signature;
  private final int[] features;

  private NameCandidate(String text, boolean signature, int[] features) {
    this.text = text;
    this.signature = signature;
    this.features = features;
  }

  /** As typed, without the marks around it. */
  String text() {
    return text;
  }

  /** A word of letters alone on the last line: whoever wrote it, and seldom an account. */
  boolean signature() {
    return signature;
  }

  /** Numbers for the model, ascending. */
  int[] features() {
    return features;
  }

  /** A stretch without blanks, of one kind of script. */
  private record Token(String text, int start, int end, boolean lineStart, boolean lineEnd) {
    String folded() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The candidates of a text.
   *
   * @param own how often each of its words was counted because of this very text
   */
  static List<NameCandidate> of(String text, boolean subject, KnownWords known, int own) {
    List<Token> tokens = tokens(text);
    List<NameCandidate> candidates = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      add(candidates, text, tokens, at, at, token.start(), token.end(), subject, known, own);
      for (int last = at + 1; last < Math.min(tokens.size(), at + MOST_TOGETHER); last++) {
        Token end = tokens.get(last);
        if (end.lineStart() || blanks(text, token.start(), end.end()) > MOST_BLANKS) {
          break;
        }
        if (!(isMarked(text, token, end) || isField(text, tokens, at, last))) {
          continue;
        }
        add(candidates, text, tokens, at, last, token.start(), end.end(), subject, known, own);
      }
    }
    return candidates;
  }

  private static int blanks(String text, int from, int to) {
    int blanks = 0;
    for (int at = from; at < to; at++) {
      blanks += text.charAt(at) == ' ' ? 1 : 0;
    }
    return blanks;
  }

  /** Several words in one pair of marks. */
  private static boolean isMarked(String text, Token first, Token last) {
    int open = OPENING.indexOf(text.charAt(first.start()));
    return open >= 0 && CLOSING.indexOf(lastSign(text, first, last)) >= 0;
  }

  private static char lastSign(String text, Token first, Token last) {
    int end = last.end();
    while (end > first.start() + 1 && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.charAt(end - 1);
  }

  /** All that stands behind a colon or an equals sign up to the end of its line. */
  private static boolean isField(String text, List<Token> tokens, int first, int last) {
    if (first == 0 || !tokens.get(last).lineEnd() || tokens.get(first).lineStart()) {
      return false;
    }
    char before = text.charAt(tokens.get(first - 1).end() - 1);
    return before == ':' || before == '=' || before == '：';
  }

  private static void add(
      List<NameCandidate> candidates,
      String text,
      List<Token> tokens,
      int first,
      int last,
      int from,
      int to,
      boolean subject,
      KnownWords known,
      int own) {
    int start = from;
    int end = to;
    while (end > start + 1 && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean opened = false;
    while (start < end - 1 && OPENING.indexOf(text.charAt(start)) >= 0) {
      start++;
      opened = true;
    }
    boolean closed = false;
    while (end > start + 1
        && (CLOSING.indexOf(text.charAt(end - 1)) >= 0
            || (opened && TRAILING.indexOf(text.charAt(end - 1)) >= 0 && end == to - 1))) {
      closed |= CLOSING.indexOf(text.charAt(end - 1)) >= 0;
      end--;
    }
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end - start > LONGEST || start >= end) {
      return;
    }
    String name = text.substring(start, end);
    int mails = known.mails(name, own);
    if (mails == KnownWords.MOST
        && !opened
        && !subject
        && isPlain(name)
        && !behindColon(text, tokens, first)) {
      return;
    }
    Features features = new Features();
    features.add("all");
    features.shape(name, mails);
    String marks = opened && closed ? "marked" : opened || closed ? "half" : "bare";
    features.add("m:" + marks + (to - end > (closed ? 1 : 0) ? text.charAt(to - 1) : ""));
    features.add("subject:" + subject);
    features.add("words:" + (last - first));
    StringBuilder before = new StringBuilder();
    for (int back = 1; back <= AROUND; back++) {
      String word = first - back < 0 ? "^" : bare(tokens.get(first - back).folded());
      features.add("b" + back + ":" + word);
      features.add("b:" + word);
      if (first - back >= 0) {
        features.grams("bg:", word);
      }
      before.insert(0, word + " ");
      features.add("bb" + back + ":" + before);
      if (first - back < 0) {
        break;
      }
    }
    StringBuilder behind = new StringBuilder();
    for (int on = 1; on <= 3; on++) {
      boolean end0 = last + on >= tokens.size() || tokens.get(last + on).lineStart();
      String word = end0 ? "$" : bare(tokens.get(last + on).folded());
      features.add("a" + on + ":" + word);
      behind.append(word).append(' ');
      features.add("aa" + on + ":" + behind);
      if (end0) {
        break;
      }
    }
    int behindIt = tokens.size() - 1 - last;
    if (behindIt < 3) {
      String alone = behindIt + ":" + tokens.get(first).lineStart() + tokens.get(last).lineEnd();
      features.add("end:" + alone);
      features.add("end:" + alone + Character.isUpperCase(name.charAt(0)) + subject);
    }
    features.add("line:" + tokens.get(first).lineStart() + tokens.get(last).lineEnd());
    if (first > 0) {
      features.add("sign:" + text.charAt(tokens.get(first - 1).end() - 1) + marks);
      features.add("above:" + tokens.get(first).lineStart() + lineLabel(tokens, first));
    }
    features.add(
        "around:"
            + (first > 0 ? bare(tokens.get(first - 1).folded()) : "^")
            + " "
            + (last + 1 < tokens.size() ? bare(tokens.get(last + 1).folded()) : "$"));
    boolean signature =
        behindIt == 0
            && first > 0
            && tokens.get(first).lineStart()
            && name.codePoints().allMatch(Character::isLetter);
    candidates.add(new NameCandidate(name, signature, features.found()));
  }

  private static boolean isBlank(char sign) {
    return sign <= ' ' || sign == '\u00a0';
  }

  /** A word of small letters, or one that begins its line. */
  private static boolean isPlain(String name) {
    for (int at = 1; at < name.length(); at++) {
      char sign = name.charAt(at);
      if (!Character.isLowerCase(sign) && sign != '\'' && sign != '’' && !isEast(sign)) {
        return false;
      }
    }
    return true;
  }

  private static boolean behindColon(String text, List<Token> tokens, int at) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(tokens.get(at - 1).end() - 1);
    return before == ':' || before == '=' || before == '：' || before == '|';
  }

  /** The first words of the line in which token {@code at} stands, or of the line above it. */
  private static String lineLabel(List<Token> tokens, int at) {
    int start = at;
    while (start > 0 && !tokens.get(start).lineStart()) {
      start--;
    }
    if (start == at && at > 0) {
      start = at - 1;
      while (start > 0 && !tokens.get(start).lineStart()) {
        start--;
      }
    }
    StringBuilder label = new StringBuilder();
    for (int i = start; i < Math.min(at, start + 2); i++) {
      label.append(bare(tokens.get(i).folded())).append(' ');
    }
    return label.toString();
  }

  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end - 1 && OPENING.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start + 1
        && (TRAILING.indexOf(word.charAt(end - 1)) >= 0
            || CLOSING.indexOf(word.charAt(end - 1)) >= 0)) {
      end--;
    }
    return word.substring(start, end);
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    boolean fresh = true;
    while (at < text.length() && tokens.size() < MOST_TOKENS) {
      char sign = text.charAt(at);
      if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
        fresh |= sign == '\n';
        at++;
        continue;
      }
      int end = tokenEnd(text, at);
      int next = end;
      while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
        next++;
      }
      boolean last = next >= text.length() || text.charAt(next) == '\n';
      tokens.add(new Token(text.substring(at, end), at, end, fresh, last));
      fresh = false;
      at = end;
    }
    return tokens;
  }

  private static int tokenEnd(String text, int start) {
    boolean east = isEast(text.charAt(start));
    int at = start;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
        return at;
      }
      if (isEast(sign) != east) {
        return at;
      }
      at++;
      if ((sign == ':' || sign == '=') && at < text.length() && text.charAt(at) != '/') {
        return at;
      }
      if (east || sign == '|' || (at < text.length() && text.charAt(at) == '|')) {
        return at;
      }
    }
    return at;
  }

  private static boolean isEast(char sign) {
    return sign >= 0x2e80 && !(sign >= 0xff10 && sign <= 0xff5a && Character.isLetterOrDigit(sign));
  }

  /** Collects hashes. */
  private static final class Features {
    private int[] found = new int[96];
    private int count;

    void add(String feature) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = TextFeatures.mix(feature.hashCode()) >>> (Integer.SIZE - TextFeatures.BITS);
    }

    void grams(String kind, String word) {
      if (word.length() > 3) {
        add(kind + word.substring(0, 4));
        add(kind + word.substring(word.length() - 3));
      }
    }

    void shape(String name, int common) {
      StringBuilder shape = new StringBuilder();
      for (int at = 0; at < name.length(); at++) {
        char sign = name.charAt(at);
        char kind =
            Character.isDigit(sign)
                ? '0'
                : Character.isUpperCase(sign)
                    ? 'A'
                    : Character.isLetter(sign) ? (isEast(sign) ? 'e' : 'a') : sign;
        if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
          shape.append(kind);
        }
      }
      add("shape:" + shape);
      add("length:" + Math.min(name.length(), 12));
      String folded = name.toLowerCase(Locale.ROOT);
      add("known:" + common);
      add("known:" + common + shape);
      add("is:" + folded);
      grams("g:", folded);
      add("at:" + (name.indexOf('@') > 0) + name.contains("://"));
    }

    int[] found() {
      Arrays.sort(found, 0, count);
      int kept = 0;
      for (int at = 0; at < count; at++) {
        if (at == 0 || found[at] != found[at - 1]) {
          found[kept++] = found[at];
        }
      }
      return Arrays.copyOf(found, kept);
    }
  }
}
