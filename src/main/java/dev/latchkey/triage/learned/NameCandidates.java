package dev.latchkey.triage.learned;

import static dev.latchkey.triage.learned.TextFeatures.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what may be a name in a text: each word that is not among the common ones, what stands
 * between quotation marks, and what fills the rest of a line behind a colon.
 */
final class NameCandidates {
  /** Longest name in signs. */
  private static final int LONGEST = 60;

  /** Addresses, links and hosts. */
  private static final Pattern NO_NAME =
      Pattern.compile("@[^@\\s]+\\.|://|(?i:^www\\.|\\.(?:com|org|net|edu|gov|example|dev)$)");

  /** Single letters with dots between them: the last dot belongs to them. */
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.){2,}\\p{L}");

  /** Around a word it sets it off; on one side of it, it is a part of a name. */
  private static final char EMPHASIS = '_';

  private static final int MOST_TOGETHER = 12;
  private static final int MOST_BLANKS = 3;
  private static final int BEFORE = 5;
  private static final int BEHIND = 3;
  private static final int LONG = 12;

  private final String text;
  private final boolean subject;

  /** In brackets it is a ticked box. */
  private static final String TICK = "x";

  /**
   * Numbers of features run from 0 to {@code 2^BITS - 1}: names tell by what stands beside them.
   */
  static final int BITS = 21;

  private final KnownWords known;
  private final int own;
  private final List<NameToken> tokens;
  private final List<NameCandidate> found = new ArrayList<>();
  private int[] features = new int[96];
  private int count;

  NameCandidates(String text, boolean subject, KnownWords known, int own) {
    this.text = text;
    this.subject = subject;
    this.known = known;
    this.own = own;
    this.tokens = NameToken.of(text);
  }

  List<NameCandidate> find() {
    for (int first = 0; first < tokens.size(); first++) {
      if (!isCommon(first)) {
        add(first, first);
      }
      boolean marked = NameToken.isOneOf(NameToken.OPENING, text.charAt(tokens.get(first).start()));
      boolean field = !tokens.get(first).lineStart() && isBehindLabel(first);
      int most = marked || field ? Math.min(tokens.size(), first + MOST_TOGETHER) : 0;
      for (int last = first + 1; last < most; last++) {
        NameToken end = tokens.get(last);
        if (end.lineStart() || blanks(tokens.get(first).start(), end.end()) > MOST_BLANKS) {
          break;
        }
        if ((marked && closes(end)) || (field && end.lineEnd())) {
          add(first, last);
        }
      }
    }
    return found;
  }

  /** Most words of a text are, and need no closer look. */
  private boolean isCommon(int at) {
    NameToken token = tokens.get(at);
    return !subject
        && known.mails(token.hash(), own) == KnownWords.COMMON
        && token.isPlainWord(text)
        && !isBehindLabel(at);
  }

  private int blanks(int from, int to) {
    int blanks = 0;
    for (int at = from; at < to; at++) {
      blanks += text.charAt(at) == ' ' ? 1 : 0;
    }
    return blanks;
  }

  private boolean closes(NameToken token) {
    int end = token.end();
    while (end > token.start() + 1 && NameToken.isOneOf(NameToken.TRAILING, text.charAt(end - 1))) {
      end--;
    }
    return NameToken.isOneOf(NameToken.CLOSING, text.charAt(end - 1));
  }

  private boolean isBehindLabel(int at) {
    return at > 0 && ":=：|".indexOf(text.charAt(tokens.get(at - 1).end() - 1)) >= 0;
  }

  private void add(int first, int last) {
    int to = tokens.get(last).end();
    int start = tokens.get(first).start();
    int end = to;
    while (end > start + 1 && NameToken.isOneOf(NameToken.TRAILING, text.charAt(end - 1))) {
      end--;
    }
    if (end < to
        && text.charAt(end) == '.'
        && INITIALS.matcher(text.substring(start, end)).matches()) {
      end++;
    }
    boolean emphasised = text.charAt(start) == EMPHASIS && text.charAt(end - 1) == EMPHASIS;
    boolean opened = false;
    while (start < end - 1
        && NameToken.isOneOf(NameToken.OPENING, text.charAt(start))
        && (emphasised || text.charAt(start) != EMPHASIS)) {
      start++;
      opened = true;
    }
    boolean closed = false;
    while (end > start + 1
        && NameToken.isOneOf(NameToken.CLOSING, text.charAt(end - 1))
        && (emphasised || text.charAt(end - 1) != EMPHASIS)
        && !isOpenedWithin(start, end)) {
      end--;
      closed = true;
    }
    if (end - start > 1 && text.charAt(start) == '@') {
      start++;
    }
    if (end - start > 1 && text.charAt(end - 1) == '@') {
      end--;
    }
    while (start < end && NameToken.isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && NameToken.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start >= end || end - start > LONGEST) {
      return;
    }
    String name = text.substring(start, end);
    if (opened && closed && name.equalsIgnoreCase(TICK)) {
      return;
    }
    boolean mayBeCommon = !opened && !subject && isPlain(name) && !isBehindLabel(first);
    int mails = known.mails(name, own);
    if ((mayBeCommon && mails == KnownWords.COMMON) || isNoName(name)) {
      return;
    }
    count = 0;
    feature(0, subject ? 1 : 0);
    form(name, Math.min(mails, KnownWords.MOST));
    int marks = (opened ? 2 : 0) + (closed ? 1 : 0);
    char behind = to - end > (closed ? 1 : 0) ? text.charAt(to - 1) : ' ';
    feature(1, pair(marks, behind));
    feature(2, last - first);
    before(first, marks);
    behind(first, last);
    place(first, last, name);
    boolean signature =
        last == tokens.size() - 1
            && first > 0
            && tokens.get(first).lineStart()
            && name.codePoints().allMatch(Character::isLetter);
    found.add(new NameCandidate(name, start, signature, distinct()));
  }

  /** A bracket at the end that belongs to one within the name: {@code kim(2)}. */
  private boolean isOpenedWithin(int start, int end) {
    int round = ")）".indexOf(text.charAt(end - 1));
    return round >= 0 && text.substring(start, end).indexOf("(（".charAt(round)) > 0;
  }

  private static boolean isNoName(String name) {
    boolean may = name.indexOf('.') >= 0 || name.indexOf('@') >= 0 || name.indexOf(':') >= 0;
    return (may && NO_NAME.matcher(name).find())
        || name.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** A word of small letters, or one that begins its line. */
  private static boolean isPlain(String name) {
    for (int at = 1; at < name.length(); at++) {
      char sign = name.charAt(at);
      if (!Character.isLowerCase(sign) && sign != '\'' && sign != '’' && !NameToken.isEast(sign)) {
        return false;
      }
    }
    return true;
  }

  /** What it looks like, and whether it is a word. */
  private void form(String name, int mails) {
    int shape = 0;
    char last = ' ';
    for (int at = 0; at < name.length(); at++) {
      char kind = kind(name.charAt(at));
      if (kind != last) {
        shape = pair(shape, kind);
        last = kind;
      }
    }
    feature(3, shape);
    feature(4, Math.min(name.length(), LONG));
    feature(5, mails);
    feature(6, pair(mails, shape));
    String folded = name.toLowerCase(Locale.ROOT);
    feature(7, folded.hashCode());
    ends(8, folded);
    feature(9, (name.indexOf('@') > 0 ? 1 : 0) + (name.contains("://") ? 2 : 0));
  }

  private static char kind(char sign) {
    if (Character.isDigit(sign)) {
      return '0';
    }
    if (!Character.isLetter(sign)) {
      return sign;
    }
    return Character.isUpperCase(sign) ? 'A' : NameToken.isEast(sign) ? 'e' : 'a';
  }

  private void before(int first, int marks) {
    int joined = 0;
    for (int back = 1; back <= BEFORE; back++) {
      int hash = first < back ? 1 : tokens.get(first - back).hash();
      feature(10 + back, hash);
      feature(10, hash);
      joined = pair(joined, hash);
      feature(20 + back, joined);
      if (first < back) {
        return;
      }
      ends(16, tokens.get(first - back).word());
      if (back == 1) {
        feature(17, pair(text.charAt(tokens.get(first - 1).end() - 1), marks));
      }
    }
  }

  private void behind(int first, int last) {
    int joined = 0;
    for (int on = 1; on <= BEHIND; on++) {
      boolean over = last + on >= tokens.size() || tokens.get(last + on).lineStart();
      int hash = over ? 2 : tokens.get(last + on).hash();
      feature(30 + on, hash);
      joined = pair(joined, hash);
      feature(35 + on, joined);
      if (on == 1) {
        feature(40, pair(first > 0 ? tokens.get(first - 1).hash() : 1, hash));
      }
      if (over) {
        return;
      }
    }
  }

  /** Where in its line it stands, and in the text. */
  private void place(int first, int last, String name) {
    int line = (tokens.get(first).lineStart() ? 1 : 0) + (tokens.get(last).lineEnd() ? 2 : 0);
    feature(41, line);
    int left = tokens.size() - 1 - last;
    if (left < 3) {
      int place = pair(left, line);
      feature(42, place);
      feature(43, pair(place, (Character.isUpperCase(name.charAt(0)) ? 1 : 0) + (subject ? 2 : 0)));
    }
    if (first > 0) {
      feature(44, pair(line, label(first)));
    }
  }

  /** The first words of the line in which token {@code at} stands, or of the line above it. */
  private int label(int at) {
    int start = lineStart(at);
    if (start == at) {
      start = lineStart(at - 1);
    }
    int label = 0;
    for (int i = start; i < Math.min(at, start + 2); i++) {
      label = pair(label, tokens.get(i).hash());
    }
    return label;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && !tokens.get(start).lineStart()) {
      start--;
    }
    return start;
  }

  private void ends(int kind, String word) {
    if (word.length() > 3) {
      feature(kind, word.substring(0, 4).hashCode());
      feature(kind, ~word.substring(word.length() - 3).hashCode());
    }
  }

  private void feature(int kind, int value) {
    if (count == features.length) {
      features = Arrays.copyOf(features, count * 2);
    }
    features[count++] = pair(kind, value) >>> (Integer.SIZE - BITS);
  }

  private int[] distinct() {
    return TextFeatures.distinct(features, count);
  }
}
