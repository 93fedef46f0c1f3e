package dev.latchkey.triage.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.words.TextWords;
import java.util.List;
import java.util.Set;

/**
 * Finds recovery codes right behind a word for any code, where nothing else speaks of recovery: "my
 * code was abcd-efgh-ijkl"; and at the end of a line that says on what it was kept: "I found one on
 * paper, in a drawer: abcd-efgh-ijkl".
 */
final class CalledCodes {
  /** Small letters and digits, which no code of ours has; what few other words look like. */
  private static final Pattern SMALL =
      Pattern.compile("[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,7}|[0-9a-f]{16}");

  /** Signs before one of them in which it may be announced. */
  private static final int BEFORE = 80;

  /** Signs behind words for recovery codes in which a code may be led to. */
  private static final int LED = 200;

  /** More of that shape are no codes. */
  private static final int MOST = 200;

  /** Words between a code and what announces it, at most; and signs, where signs are words. */
  private static final int BETWEEN = 4;

  private static final int SIGNS_BETWEEN = 2;

  /** Signs between two codes: ", " and a word for "and". */
  private static final int AND = 5;

  private final String text;
  private final List<Mention> mentions;
  private final Set<String> names;
  private final List<SecretSpan> found;

  /**
   * @param mentions of recovery codes
   * @param names what the text calls the name of an account: none of that is a code
   * @param found what was found in other ways, to which these are added
   */
  CalledCodes(String text, List<Mention> mentions, Set<String> names, List<SecretSpan> found) {
    this.text = text;
    this.mentions = mentions;
    this.names = names;
    this.found = found;
  }

  /** Whether nothing but signs, a verb and other codes stands between the words and a code. */
  static boolean leads(String text, int said, int start) {
    return TextWords.of(text.substring(said, Math.min(start, said + LED))).stream()
        .allMatch(
            word -> word.lower().chars().anyMatch(Character::isDigit) || isBetween(word.lower()));
  }

  void find() {
    Matcher matcher = SMALL.matcher(text);
    int last = -1;
    int seen = 0;
    while (seen < MOST && matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      boolean another = last >= 0 && start - last <= AND;
      boolean shaped =
          areEqual(matcher.group()) || CodeShape.isClear(CodeShape.of(matcher.group()));
      seen += shaped ? 1 : 0;
      if (shaped
          && isWhole(start, end)
          && !names.contains(matcher.group())
          && found.stream().noneMatch(span -> span.start() < end && span.end() > start)
          && (another || isCalledCode(start) || isKept(start, end))) {
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
                            && leads(text, mention.end(), start)));
  }

  /** Whether nothing but a stop follows on its line, and what it was kept on stands before it. */
  private boolean isKept(int start, int end) {
    int newline = text.indexOf('\n', end);
    String behind = text.substring(end, newline < 0 ? text.length() : newline);
    if (behind.chars().anyMatch(sign -> TextWords.isAlphanumeric((char) sign))) {
      return false;
    }
    int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    String before = text.substring(Math.max(line, start - BEFORE), start);
    List<TextWords.Word> words = TextWords.of(before);
    return words.stream().noneMatch(word -> SecretWords.OTHER_CODE.contains(word.lower()))
        && (words.stream().anyMatch(word -> SecretWords.KEPT_ON.contains(word.lower()))
            || SecretWords.KEPT_ON_UNSPACED.stream().anyMatch(before::contains));
  }

  private static boolean isBetween(String word) {
    return SecretWords.COPULA.contains(word)
        || SecretWords.FILLER.contains(word)
        || SecretWords.GAP.contains(word);
  }
}
