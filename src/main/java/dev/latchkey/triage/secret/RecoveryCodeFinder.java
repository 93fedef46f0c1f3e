package dev.latchkey.triage.secret;

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
 * recovery codes under words that say so, right behind a word for any code ({@link CalledCodes}),
 * alone on a line of a text that has words for recovery codes (an answer above our question), or in
 * a list of at least three of one shape that stand alone on their lines.
 */
final class RecoveryCodeFinder {
  /** So many lines below the words may a list still begin. */
  private static final int REACH = 12;

  private static final int LIST = 3;

  /** No account system makes codes of fewer signs. */
  private static final int SPELLED = 8;

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
    new CalledCodes(text, mentions, names, found).find();
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
            span ->
                signs(run.start(), span.start()) + signs(span.end(), run.end())
                    < CodeShape.SHORTEST);
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
    boolean last = CalledCodes.leads(text, said, end);
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
      boolean near =
          said >= 0 && piece.start() >= said && CalledCodes.leads(text, said, piece.start());
      boolean clear =
          CodeShape.isClear(piece.shape())
              && (announced || (alone && !mentions.isEmpty() && !ours(piece)));
      boolean vague = !piece.shape().isEmpty() && (near || (alone && introduced));
      if (clear || vague) {
        found.add(new SecretSpan(piece.start(), piece.end(), SecretKind.RECOVERY_CODE));
        any = true;
      }
    }
    collect(pieces, alone && !any);
    return any;
  }

  /** The look of a code of ours, which stands alone on its line in many answers. */
  private boolean ours(Piece piece) {
    String word = text.substring(piece.start(), piece.end());
    return word.chars().anyMatch(Character::isUpperCase)
        && word.chars().noneMatch(Character::isLowerCase);
  }

  private void collect(List<Piece> pieces, boolean alone) {
    if (pieces.isEmpty()) {
      return;
    }
    boolean listable =
        alone
            && pieces.stream()
                .allMatch(p -> CodeShape.isClear(p.shape()) || p.shape().equals("n4 n4"));
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
    String shape = word.isEmpty() || names.contains(word) ? "" : CodeShape.of(word);
    int last = pieces.size() - 1;
    if (shape.equals("n4")
        && last >= 0
        && pieces.get(last).shape().equals("n4")
        && from - pieces.get(last).end() == 1) {
      return new Piece(pieces.remove(last).start(), to, "n4 n4");
    }
    return new Piece(from, to, shape);
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
