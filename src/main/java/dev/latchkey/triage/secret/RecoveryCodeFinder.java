package dev.latchkey.triage.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.secret.SecretWords.Topic;
import dev.latchkey.triage.words.SpelledSigns;
import dev.latchkey.triage.words.TextWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds recovery codes: PyPI and GitLab give 16 hexadecimal characters, GitHub {@code xxxxx-xxxxx},
 * Google eight digits in two groups, others groups of four or five.
 *
 * <p>Such shapes are also commits, dates, numbers of tickets and our own codes. They are taken for
 * recovery codes under words that say so, alone on a line of a text that has such words (an answer
 * above our question), or in a list of at least three of one shape that stand alone on their lines.
 */
final class RecoveryCodeFinder {
  /** So many lines below the words may a list still begin. */
  private static final int REACH = 12;

  private static final int LIST = 3;

  /** No account system makes codes of fewer signs. */
  private static final int SPELLED = 8;

  /** {@code jane-2020}: a name far more often than a code, unless a code is announced. */
  private static final String NAME_AND_YEAR = "name-year";

  /** Small letters and digits, which no code of ours has; what few other words look like. */
  private static final Pattern SMALL =
      Pattern.compile("[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,7}|[0-9a-f]{16}");

  /** Signs before one of them in which it may be announced. */
  private static final int BEFORE = 80;

  /** More of that shape are no codes. */
  private static final int MOST = 200;

  /** Words between a code and what announces it, at most; and signs, where signs are words. */
  private static final int BETWEEN = 4;

  private static final int SIGNS_BETWEEN = 2;

  /** Signs between two codes: ", " and a word for "and". */
  private static final int AND = 5;

  private static final Pattern YEARLY = Pattern.compile("[A-Za-z]{4}-(?:19|20)[0-9]{2}");
  private static final int LONGEST = 80;
  private static final int SHORTEST = 4;

  /** So many signs of base 16 are a code, a letter that looks like a digit among them. */
  private static final int HEX = 16;

  /** What may stand around a code, in any language. */
  private static final String SEPARATORS = ",;|>\u00A0*•\"'`()[]“”„‘’«»‹›「」『』（）【】：，、；。";

  private final String text;
  private final List<Mention> mentions;
  private final List<SecretSpan> found;

  /** Codes of one shape on the lines just above, which may become a list. */
  private final List<SecretSpan> list = new ArrayList<>();

  private final Set<String> listed = new HashSet<>();
  private String listShape = "";

  /** What the text calls the name of an account: none of that is a code. */
  private final Set<String> names;

  RecoveryCodeFinder(
      String text, List<Mention> mentions, Set<String> names, List<SecretSpan> found) {
    this.text = text;
    this.names = names;
    this.mentions = mentions.stream().filter(m -> m.topic() == Topic.RECOVERY).toList();
    this.found = found;
  }

  /**
   * A piece of a line that may be a code.
   *
   * @param shape lengths of its groups with the kind of their characters; empty for a plain word
   */
  private record Piece(int start, int end, String shape) {}

  void find() {
    int line = 0;
    int next = 0;
    int reach = -1;
    boolean introduced = false;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int said = -1;
      while (next < mentions.size() && mentions.get(next).end() <= end) {
        said = mentions.get(next).end();
        next++;
      }
      reach = said >= 0 ? line + REACH : reach;
      boolean codes = hasDigit(start, end) && line(start, end, said, line <= reach, introduced);
      reach = codes ? line + REACH : reach;
      if (!isBlank(start, end)) {
        introduced = codes || (said >= 0 && introduces(start, said, end));
      }
      start = end + 1;
      line++;
    }
    endList();
    spelled();
    called();
  }

  /** "My code was abcd-efgh-ijkl": right behind a word for any code nothing else leads to one. */
  private void called() {
    Matcher matcher = SMALL.matcher(text);
    int last = -1;
    int seen = 0;
    while (seen < MOST && matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      boolean another = last >= 0 && start - last <= AND;
      boolean shaped = areEqual(matcher.group()) || isClear(shape(matcher.group()));
      seen += shaped ? 1 : 0;
      if (shaped
          && isWhole(start, end)
          && !names.contains(matcher.group())
          && found.stream().noneMatch(span -> span.start() < end && span.end() > start)
          && (another || isCalledCode(start))) {
        found.add(new SecretSpan(start, end, SecretKind.RECOVERY_CODE));
        last = end;
      }
    }
  }

  private boolean isWhole(int start, int end) {
    return (start == 0 || !isOfWord(text.charAt(start - 1)))
        && (end == text.length()
            || !isOfWord(text.charAt(end))
            || (text.charAt(end) == '.'
                && (end + 1 == text.length() || !isOfWord(text.charAt(end + 1)))));
  }

  private static boolean isOfWord(char sign) {
    return TextWords.isAlphanumeric(sign) || "-_.@/".indexOf(sign) >= 0;
  }

  /** Three groups of one length, as few words in a row are. */
  private static boolean areEqual(String word) {
    int first = word.indexOf('-');
    return word.length() == 3 * first + 2 && word.indexOf('-', first + 1) == 2 * first + 1;
  }

  /** Whether the words right before it end with one for a code, a verb behind it left out. */
  private boolean isCalledCode(int start) {
    int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    String before = text.substring(Math.max(line, start - BEFORE), start);
    String bare = before.strip();
    if (SecretWords.CODE_UNSPACED.stream()
        .anyMatch(
            word ->
                bare.contains(word)
                    && bare.length() - bare.lastIndexOf(word) - word.length() <= SIGNS_BETWEEN)) {
      return true;
    }
    List<TextWords.Word> words = TextWords.of(before);
    int at = words.size() - 1;
    int passed = 0;
    while (at >= 0 && passed < BETWEEN && isBetween(words.get(at).lower())) {
      at--;
      passed++;
    }
    return at >= 0
        && ((SecretWords.CODE.contains(words.get(at).lower())
                && (at == 0 || !SecretWords.OTHER_CODE.contains(words.get(at - 1).lower())))
            || mentions.stream()
                .anyMatch(
                    mention ->
                        mention.end() <= start
                            && start - mention.end() <= BEFORE
                            && leads(mention.end(), start)));
  }

  private static boolean isBetween(String word) {
    return SecretWords.COPULA.contains(word)
        || SecretWords.FILLER.contains(word)
        || SecretWords.GAP.contains(word);
  }

  /** What is spelled out where recovery codes are spoken of. */
  private void spelled() {
    for (SpelledSigns.Run run :
        mentions.isEmpty() ? List.<SpelledSigns.Run>of() : SpelledSigns.in(text)) {
      // Digits alone may be a telephone number.
      boolean mixed =
          run.signs().chars().anyMatch(Character::isDigit)
              && run.signs().chars().anyMatch(Character::isLetter);
      if (run.signs().length() >= SPELLED
          && mixed
          && isAnnounced(run.start())
          && !isFoundBut(run)) {
        found.add(new SecretSpan(run.start(), run.end(), SecretKind.RECOVERY_CODE));
      }
    }
  }

  /** Whether it is a code that was found, and small words behind it: "3f9c-2e7b e a conta". */
  private boolean isFoundBut(SpelledSigns.Run run) {
    return found.stream()
        .filter(span -> span.start() < run.end() && span.end() > run.start())
        .anyMatch(
            span -> signs(run.start(), span.start()) + signs(span.end(), run.end()) < SHORTEST);
  }

  private long signs(int from, int to) {
    return from >= to
        ? 0
        : text.substring(from, to).chars().filter(c -> TextWords.isAlphanumeric((char) c)).count();
  }

  /** Whether the last words for recovery codes above it are near. */
  private boolean isAnnounced(int start) {
    return mentions.stream()
        .takeWhile(mention -> mention.end() <= start)
        .reduce((earlier, later) -> later)
        .filter(
            last ->
                text.substring(last.end(), start).chars().filter(c -> c == '\n').count() <= REACH)
        .isPresent();
  }

  /** Whether a line leads to a list below it: it ends with the words, and denies nothing. */
  private boolean introduces(int start, int said, int end) {
    boolean last = leads(said, end);
    boolean denied =
        TextWords.of(text.substring(Math.max(start, said - 80), said)).stream()
            .anyMatch(w -> SecretWords.FORGOTTEN.contains(w.lower()));
    return last && (!denied || text.substring(said, end).strip().endsWith(":"));
  }

  /**
   * Reads one line; whether it holds codes.
   *
   * @param said the place after words for recovery codes on this line; -1 without any
   * @param announced there were such words on this line or not far above
   * @param introduced the line above ends with such words, or holds codes
   */
  private boolean line(int start, int end, int said, boolean announced, boolean introduced) {
    // A line that nothing leads to counts as a whole or not at all.
    boolean whole = said < 0 && !announced && !introduced;
    List<Piece> pieces = pieces(start, end, whole);
    boolean alone = !pieces.isEmpty() && pieces.stream().noneMatch(p -> p.shape().isEmpty());
    boolean any = false;
    for (Piece piece : pieces) {
      boolean near = said >= 0 && piece.start() >= said && leads(said, piece.start());
      boolean clear =
          isClear(piece.shape()) && (announced || (alone && !mentions.isEmpty() && !ours(piece)));
      boolean vague = !piece.shape().isEmpty() && (near || (alone && introduced));
      if (clear || vague) {
        found.add(new SecretSpan(piece.start(), piece.end(), SecretKind.RECOVERY_CODE));
        any = true;
      }
    }
    collect(pieces, alone && !any);
    return any;
  }

  /** Shapes that are hardly anything else once recovery codes are spoken of. */
  private static boolean isClear(String shape) {
    return shape.equals("x16") || (shape.indexOf('-') >= 0 && !shape.equals(NAME_AND_YEAR));
  }

  /** The look of a code of ours, which stands alone on its line in many answers. */
  private boolean ours(Piece piece) {
    String word = text.substring(piece.start(), piece.end());
    return word.chars().anyMatch(Character::isUpperCase)
        && word.chars().noneMatch(Character::isLowerCase);
  }

  /** Whether nothing but signs, a verb and other codes stands between the words and a code. */
  private boolean leads(int said, int start) {
    return TextWords.of(text.substring(said, Math.min(start, said + 200))).stream()
        .allMatch(
            word ->
                word.lower().chars().anyMatch(Character::isDigit)
                    || SecretWords.COPULA.contains(word.lower())
                    || SecretWords.FILLER.contains(word.lower())
                    || SecretWords.GAP.contains(word.lower()));
  }

  private void collect(List<Piece> pieces, boolean alone) {
    if (pieces.isEmpty()) {
      return;
    }
    boolean listable =
        alone && pieces.stream().allMatch(p -> isClear(p.shape()) || p.shape().equals("n4 n4"));
    if (!listable || !pieces.get(0).shape().equals(listShape)) {
      endList();
    }
    if (listable) {
      listShape = pieces.get(0).shape();
      for (Piece piece : pieces) {
        list.add(new SecretSpan(piece.start(), piece.end(), SecretKind.RECOVERY_CODE));
        listed.add(text.substring(piece.start(), piece.end()));
      }
    }
  }

  private void endList() {
    if (listed.size() >= LIST) {
      found.addAll(list);
    }
    list.clear();
    listed.clear();
    listShape = "";
  }

  /**
   * The pieces of a line, without quote marks, bullets, boxes and numbers in front of them.
   *
   * @param whole whether those behind the first plain word matter to nobody
   */
  private List<Piece> pieces(int start, int end, boolean whole) {
    List<Piece> pieces = new ArrayList<>();
    int i = start;
    while (i < end && !(whole && isPlain(pieces))) {
      int from = i;
      while (from < end && isSeparator(text.charAt(from))) {
        from++;
      }
      int to = from;
      while (to < end && !isSeparator(text.charAt(to))) {
        to++;
      }
      i = to;
      boolean mark = isListMark(from, to);
      while (to > from && ".:!?".indexOf(text.charAt(to - 1)) >= 0) {
        to--;
      }
      if (to > from && !mark) {
        pieces.add(piece(from, to, pieces));
      }
    }
    pieces.removeIf(piece -> piece.end() == piece.start());
    return pieces;
  }

  private static boolean isPlain(List<Piece> pieces) {
    return !pieces.isEmpty() && pieces.get(pieces.size() - 1).shape().isEmpty();
  }

  /** A piece; two groups of four digits with a blank between become one. */
  private Piece piece(int from, int to, List<Piece> pieces) {
    // Every shape has a digit, and most words have none.
    String word = hasDigit(from, to) ? text.substring(from, to) : "";
    String shape = word.isEmpty() || names.contains(word) ? "" : shape(word);
    int last = pieces.size() - 1;
    if (shape.equals("n4")
        && last >= 0
        && pieces.get(last).shape().equals("n4")
        && from - pieces.get(last).end() == 1) {
      return new Piece(pieces.remove(last).start(), to, "n4 n4");
    }
    return new Piece(from, to, shape);
  }

  private static String shape(String word) {
    if (word.length() > LONGEST || word.length() < SHORTEST) {
      return "";
    }
    StringBuilder shape = new StringBuilder();
    boolean digit = false;
    for (String group : word.split("-", -1)) {
      boolean alphanumeric =
          !group.isEmpty() && group.chars().allMatch(c -> TextWords.isAlphanumeric((char) c));
      if (!alphanumeric) {
        return "";
      }
      digit |= group.chars().anyMatch(Character::isDigit);
      shape.append(shape.isEmpty() ? "" : "-").append(group.length());
    }
    boolean groups = shape.indexOf("-") >= 0;
    if (groups && YEARLY.matcher(word).matches()) {
      return NAME_AND_YEAR;
    }
    if (groups) {
      return digit && areGroups(word) ? shape.toString() : "";
    }
    boolean number = word.chars().allMatch(Character::isDigit);
    boolean hex =
        word.length() == HEX
            ? SavedCodeSigns.isHex(word)
            : word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    boolean capitals = word.chars().noneMatch(Character::isLowerCase);
    if (number) {
      return word.length() == 4 || word.length() == 6 || word.length() >= 8
          ? "n" + word.length()
          : "";
    }
    if (!digit || word.length() < 8) {
      return "";
    }
    // Capitals and digits are the look of a code of ours, which the desk must still be able to
    // read.
    return hex ? "x" + word.length() : capitals ? "" : "a" + word.length();
  }

  /** Groups of one length from four to eight, not a date and not words with a number. */
  private static boolean areGroups(String word) {
    String[] groups = word.split("-");
    int digits = (int) word.chars().filter(Character::isDigit).count();
    for (String group : groups) {
      if (group.length() != groups[0].length() || group.length() < 4 || group.length() > 8) {
        return false;
      }
    }
    return digits >= 1 && (groups.length > 2 || digits > 1 || groups[0].length() == 5);
  }

  private boolean isListMark(int from, int to) {
    if (to - from > 3) {
      return false;
    }
    int digits = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters + digits == 0
        || (digits == to - from - 1 && ".):".indexOf(text.charAt(to - 1)) >= 0);
  }

  private static boolean isSeparator(char c) {
    return c <= ' ' || (!TextWords.isAlphanumeric(c) && SEPARATORS.indexOf(c) >= 0);
  }

  private boolean hasDigit(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isSeparator(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
