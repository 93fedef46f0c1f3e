package dev.latchkey.triage.name;

import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The word that stands behind what introduces a name, with what shows whether it is one.
 *
 * @param text with the marks around it
 * @param colon a colon or an equals sign stands before it
 * @param marked it stands in quotes, back-ticks or brackets
 * @param endsPart a sentence, a part of one or the line ends behind it
 * @param endsLine the line does
 */
record IntroducedWord(
    String text, boolean colon, boolean marked, boolean endsPart, boolean endsLine) {
  private static final String MARKS = "`'\"‘“„«([";
  private static final String COLONS = ":=：";

  /** "My login is just kim": it leads to a name, and is none. */
  private static final Set<String> ONLY =
      SmallWords.list("only").stream().map(Words::key).collect(Collectors.toUnmodifiableSet());

  /** A longer run of signs is no name, whatever stands around it. */
  private static final int LONGEST = 200;

  /** The one behind {@code end}; empty where nothing, or no word by itself, stands there. */
  static Optional<IntroducedWord> behind(String text, int end) {
    int from = end;
    boolean colon = false;
    while (from < text.length() && isGap(text.charAt(from))) {
      colon |= COLONS.indexOf(text.charAt(from)) >= 0;
      from++;
    }
    boolean spaced = isSpacedQuote(text, from);
    from = spaced ? behindBlanks(text, from + 1) : from;
    int to = from;
    while (to < text.length() && to - from < LONGEST && !isBreak(text, from, to)) {
      to++;
    }
    boolean attached = from == end && !spaced && !isOwnSign(text.charAt(end - 1));
    if (to == from || attached || to - from == LONGEST) {
      return Optional.empty();
    }
    String word = text.substring(from, to);
    if (ONLY.contains(Words.key(word)) && !word.endsWith(".") && !isLineEnd(text, to)) {
      return behind(text, to);
    }
    boolean marked = spaced || MARKS.indexOf(word.charAt(0)) >= 0;
    return Optional.of(
        new IntroducedWord(word, colon, marked, isEnd(text, to), isLineEnd(text, to)));
  }

  /** Whether it holds a digit or an underscore. */
  boolean looksLikeNothingElse() {
    return text.chars().anyMatch(Character::isLetter)
        && text.chars().anyMatch(sign -> sign == '_' || (sign >= '0' && sign <= '9'));
  }

  /** French sets a blank behind what opens a quotation: "« nora »". */
  private static boolean isSpacedQuote(String text, int at) {
    return at + 1 < text.length()
        && text.charAt(at) == '«'
        && behindBlanks(text, at + 1) > at + 1
        && behindBlanks(text, at + 1) < text.length();
  }

  private static boolean isGap(char sign) {
    return Character.isWhitespace(sign) || sign == '*' || COLONS.indexOf(sign) >= 0;
  }

  /** Where a name ends; one in Latin letters also where signs of Chinese or Japanese begin. */
  private static boolean isBreak(String text, int from, int at) {
    char sign = text.charAt(at);
    return Character.isWhitespace(sign)
        || (at > from && ",;".indexOf(text.charAt(at - 1)) >= 0)
        || (at > from && "(（".indexOf(sign) >= 0 && text.charAt(at - 1) != ']')
        || (isOwnSign(sign) && !isOwnSign(text.charAt(from)));
  }

  /** Of a script that is written without blanks, its punctuation included. */
  private static boolean isOwnSign(char sign) {
    return (sign >= 0x3000 && sign <= 0x9fff) || (sign >= 0xff00 && sign <= 0xffef);
  }

  private static boolean isEnd(String text, int at) {
    return ".,;:!?)".indexOf(text.charAt(at - 1)) >= 0
        || isLineEnd(text, at)
        || "(（".indexOf(text.charAt(behindBlanks(text, at))) >= 0
        || isOwnSign(text.charAt(behindBlanks(text, at)));
  }

  private static boolean isLineEnd(String text, int at) {
    int end = behindBlanks(text, at);
    return end == text.length() || text.charAt(end) == '\n';
  }

  private static int behindBlanks(String text, int at) {
    int end = at;
    while (end < text.length() && " \t\u00a0\u202f".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
