package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which words of a reply are those of a letter: runs of words in the letter's order, in the time of
 * the two lengths.
 *
 * <p>Runs of some words are found by the letter's index and put into the heaviest chain that goes
 * forward in both texts; what stands between two of them is compared with what the letter has
 * there. A sentence of the letter alone is nobody's quotation: a chain counts when it is long
 * enough for what it consists of. Several copies of a letter are found one after another.
 */
final class LetterMatch {
  /** No word of the letter. */
  static final int NONE = -1;

  private static final int MOST_COPIES = 4;

  /** Weights, of which a word has two. */
  private static final int LONG_RUN = 12;

  private static final int SEVERAL_LINES = 24;
  private static final int ONE_LINE = 60;
  private static final int MARKED = 16;
  private static final int INTRODUCED = 8;
  private static final int WHOLE_LINE = 8;

  private static final int LONGEST_FOOT = 5;

  private final PlacedWords reply;
  private final PlacedWords letter;
  private final LetterRuns finder;
  private final MarkedRuns marks;
  private final BitSet introduced;
  private final RunEnds ends;
  private final int foot;

  /** Where the last paragraph begins, however long it is: with the desk's name and address. */
  private final int signed;

  /**
   * @param marked lines of the reply that are quoted by their marks
   * @param introduced those near below a line that names the letter's sender
   */
  LetterMatch(PlacedWords reply, PlacedWords letter, Set<Integer> marked, BitSet introduced) {
    this.reply = reply;
    this.letter = letter;
    this.finder = new LetterRuns(reply, letter);
    this.marks = new MarkedRuns(reply, letter, marked);
    this.introduced = introduced;
    this.ends = new RunEnds(reply, letter);
    this.signed = lastParagraph(letter);
    this.foot = foot(letter, signed);
  }

  private static int lastParagraph(PlacedWords letter) {
    int first = Math.max(0, letter.size() - 1);
    while (first > 0 && letter.get(first).line() - letter.get(first - 1).line() <= 1) {
      first--;
    }
    return first;
  }

  /** Where the last paragraph begins, which all letters have; the end when it is long or alone. */
  private static int foot(PlacedWords letter, int first) {
    boolean isFoot =
        first > 0 && letter.get(letter.size() - 1).line() - letter.get(first).line() < LONGEST_FOOT;
    return isFoot ? first : letter.size();
  }

  /**
   * The runs that a reply and the letter both have. One of nothing but the desk's name and address
   * is none: the line that introduces the quote has them, and where the foot itself is quoted, what
   * stands above or below it in the letter does so in the reply.
   */
  private List<Run> runs() {
    return finder.runs().stream().filter(run -> !isNameOfDesk(run)).toList();
  }

  private boolean isNameOfDesk(Run run) {
    return signed > 0
        && run.letter() >= signed
        && letter.get(run.letterEnd() - 1).line() == letter.get(signed).line();
  }

  /** How much of the reply is of this letter at most. */
  int weight() {
    List<Run> runs = runs();
    return (runs.isEmpty() ? runs : finder.chain(runs))
        .stream().mapToInt(run -> reply.weight(run.reply(), run.replyEnd())).sum();
  }

  /**
   * For each word of the reply its place in the letter, or {@link #NONE}.
   *
   * @param taken words of the reply that another letter explains: none of them shows this one
   */
  int[] places(boolean[] taken) {
    MatchedWords matched = new MatchedWords(taken);
    LetterGaps gaps = new LetterGaps(reply, letter, finder, marks, matched);
    List<Run> runs = runs();
    for (int copy = 0; copy < MOST_COPIES && !runs.isEmpty(); copy++) {
      List<Run> chain = ends.trimmed(finder.chain(runs));
      boolean named = copy == 0 && !chain.isEmpty() && isIntroduced(chain.get(0));
      if (!isQuotation(chain, named, matched)) {
        break;
      }
      boolean hasMarks = marks.hasMarks(chain);
      chain = hasMarks ? marks.withoutTyped(chain) : chain;
      chain.forEach(matched::keep);
      if (hasMarks) {
        chain.forEach(run -> marks.releaseTyped(run, matched));
      }
      if (named || chain.get(0).letter() < foot) {
        gaps.fill(chain, hasMarks);
      }
      runs = runs.stream().filter(matched::isOpen).toList();
    }
    return matched.places();
  }

  private boolean isQuotation(List<Run> chain, boolean named, MatchedWords matched) {
    if (chain.isEmpty()) {
      return false;
    }
    if (chain.get(0).letter() >= foot && !named && !isBelowOurs(chain.get(0), matched)) {
      return false;
    }
    int weight = 0;
    int longest = 0;
    int withMarks = 0;
    Set<Integer> lines = new HashSet<>();
    for (Run run : chain) {
      int own = 0;
      for (int i = 0; i < run.length(); i++) {
        if (!matched.isTaken(run.reply() + i)) {
          own += reply.get(run.reply() + i).weight();
          lines.add(letter.get(run.letter() + i).line());
          withMarks += marks.isMarked(run.reply() + i) ? 2 : 0;
        }
      }
      weight += own;
      longest = Math.max(longest, own);
    }
    if (longest < LONG_RUN) {
      return named && longest >= INTRODUCED;
    }
    if (!named && withMarks < weight && chain.stream().noneMatch(this::holdsLine)) {
      // Sentences out of our lines, where no line stands as a whole: who answers as the letter
      // said would be enough.
      return false;
    }
    return named
        || (lines.size() > 1 && weight >= SEVERAL_LINES)
        || weight >= ONE_LINE
        || (withMarks >= weight && weight >= MARKED);
  }

  /**
   * Whether a line of the letter of more than a word or two is in it as a whole; the foot is not
   * one, for what introduces a quote names the desk as well.
   */
  private boolean holdsLine(Run run) {
    int begin = letter.beginsLine(run.letter()) ? run.letter() : run.letterEnd();
    for (int at = run.letter(); at < run.letterEnd(); at++) {
      begin = at > run.letter() && letter.beginsLine(at) ? Math.min(begin, at) : begin;
      boolean whole = letter.endsLine(at) && begin <= at && begin < foot;
      if (whole && letter.weight(begin, at + 1) >= WHOLE_LINE) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line of the letter stands where a program says that it quotes one. */
  private boolean isIntroduced(Run run) {
    return introduced.get(reply.get(run.reply()).line())
        && reply.beginsLine(run.reply())
        && letter.beginsLine(run.letter());
  }

  private boolean isBelowOurs(Run run, MatchedWords matched) {
    int above = run.reply() - 1;
    return above >= 0 && (matched.isKnown(above) || matched.isTaken(above));
  }
}
