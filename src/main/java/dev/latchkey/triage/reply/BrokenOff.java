package dev.latchkey.triage.reply;

import com.google.re2j.Pattern;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Lines of a letter of ours at an edge of its quotation that may as well have been typed there:
 * what the letter has above or below them is missing, no mark tells them from their neighbours, and
 * they are what the letter asks for: a code, or short words below a colon. A program that cuts our
 * letter off beside its code and a person who does so and types the code leave the same text:
 * nobody can tell them apart.
 */
final class BrokenOff {
  /** Weights, of which a word has two: a code in groups of four, and words to reply with. */
  private static final int LONGEST_CODE = 16;

  private static final int LONGEST_WORDS = 10;

  private static final Pattern CODE =
      Pattern.compile("(?:APPROVE +)?(?:[A-Z2-7]{8}|(?:STOP-)?[A-Z2-7]{4}(?:-[A-Z2-7]{2,4}){1,6})");

  private final List<QuoteLine> source;
  private final PlacedWords words;
  private final PlacedWords letter;
  private final List<String> lines;
  private final int[] place;
  private final Set<Integer> marked;
  private final BitSet unsure = new BitSet();
  private final BitSet typed = new BitSet();

  /**
   * One letter in one reply.
   *
   * @param lines those of the letter
   * @param place for each word of the reply its place in this letter, or {@link LetterMatch#NONE}
   * @param marked lines of the reply that are quoted by their marks
   */
  BrokenOff(
      List<QuoteLine> source,
      PlacedWords words,
      PlacedWords letter,
      List<String> lines,
      int[] place,
      Set<Integer> marked) {
    this.source = source;
    this.words = words;
    this.letter = letter;
    this.lines = lines;
    this.place = place;
    this.marked = marked;
    look();
  }

  /** The lines of the reply that nobody can tell. */
  BitSet unsure() {
    return unsure;
  }

  /**
   * Those that were typed for all that: below the line that asks for them stands one of the
   * writer's own, which announces them.
   */
  BitSet typed() {
    return typed;
  }

  private void look() {
    int above = LetterMatch.NONE;
    int at = 0;
    while (at < words.size()) {
      int line = words.get(at).line();
      int end = words.firstOf(line + 1);
      if (!marked.contains(line) && isAskedFor(at, end)) {
        int below = nextPlace(end);
        boolean endsHere = missesBelow(below, place[end - 1]);
        if (endsHere && !missesAbove(above, place[at]) && isAnnounced(line)) {
          typed.set(line);
        } else if (endsHere || missesAbove(above, place[at])) {
          unsure.set(line);
        }
      }
      for (int i = at; i < end; i++) {
        above = place[i] == LetterMatch.NONE ? above : place[i];
      }
      at = end;
    }
  }

  private boolean isAnnounced(int line) {
    int above = line - 1;
    while (above >= 0 && source.get(above).blank()) {
      above--;
    }
    if (above < 0 || !Attribution.endsInColon(source.get(above).words())) {
      return false;
    }
    for (int i = words.firstOf(above); i < words.firstOf(above + 1); i++) {
      if (place[i] != LetterMatch.NONE) {
        return false;
      }
    }
    return true;
  }

  private int nextPlace(int from) {
    int at = from;
    while (at < words.size() && place[at] == LetterMatch.NONE) {
      at++;
    }
    return at < words.size() ? place[at] : LetterMatch.NONE;
  }

  /** Whether the letter has a line above that is not in the reply. */
  private boolean missesAbove(int above, int first) {
    int line = lineOf(first, -1);
    return line >= 0
        && (above == LetterMatch.NONE || above >= first || letter.get(above).line() < line);
  }

  private boolean missesBelow(int below, int last) {
    int line = lineOf(last, 1);
    return line >= 0
        && (below == LetterMatch.NONE || below <= last || letter.get(below).line() > line);
  }

  /** The next line of the letter with a word that is no link; -1 without one. */
  private int lineOf(int from, int step) {
    int line = letter.get(from).line();
    int at = from;
    while (at >= 0 && at < letter.size()) {
      if (letter.get(at).line() != line && !letter.get(at).isLink()) {
        return letter.get(at).line();
      }
      at += step;
    }
    return -1;
  }

  /** A whole line of the letter that somebody may be asked to send. */
  private boolean isAskedFor(int from, int to) {
    if (from == to || words.weight(from, to) > LONGEST_CODE || !isLine(from, to)) {
      return false;
    }
    int line = letter.get(place[from]).line();
    String text = lines.get(line).strip();
    return CODE.matches(text)
        || (words.weight(from, to) <= LONGEST_WORDS && isSaid(text) && isBelowColon(line));
  }

  private boolean isLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (place[i] == LetterMatch.NONE || place[i] != place[from] + i - from) {
        return false;
      }
    }
    return letter.beginsLine(place[from]) && letter.endsLine(place[to - 1]);
  }

  /** Words to reply with are no question, no heading, no reference, no item of a list. */
  private static boolean isSaid(String text) {
    return Character.isLetter(text.codePointAt(0))
        && text.chars().noneMatch(c -> Character.isDigit(c) || "?？:：".indexOf(c) >= 0);
  }

  private boolean isBelowColon(int line) {
    int above = line - 1;
    while (above >= 0 && lines.get(above).isBlank()) {
      above--;
    }
    return above >= 0 && Attribution.endsInColon(QuoteLine.tidy(lines.get(above)));
  }
}
