package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands between, above and below the runs of words that a reply and a letter both have,
 * compared with what the letter has there.
 */
final class LetterGaps {
  /** Lines that may be typed above the first lines of a letter or below its last ones. */
  private static final int NEAR = 12;

  private final PlacedWords reply;
  private final PlacedWords letter;
  private final LetterRuns finder;
  private final MarkedRuns marks;
  private final MatchedWords matched;
  private final LetterLines lines;

  LetterGaps(
      PlacedWords reply,
      PlacedWords letter,
      LetterRuns finder,
      MarkedRuns marks,
      MatchedWords matched) {
    this.reply = reply;
    this.letter = letter;
    this.finder = finder;
    this.marks = marks;
    this.matched = matched;
    this.lines = new LetterLines(reply, letter, finder, matched);
  }

  /**
   * Which lines of a gap may be the letter's: all, whole ones of the letter, those with a mark, the
   * letter's next ones.
   */
  private enum Taken {
    ALL,
    WHOLE,
    MARKED,
    NEXT
  }

  /**
   * Compares what stands between, above and below the runs. Above and below somebody types what the
   * letter told them to: there a line is the letter's when it has the mark of its quotation, or
   * goes on where the letter does.
   */
  void fill(List<Run> chain, boolean hasMarks) {
    Run first = chain.get(0);
    Run last = chain.get(chain.size() - 1);
    int linesAbove = letter.lines(0, first.letter());
    int linesBelow = letter.lines(last.letterEnd(), letter.size());
    int top = reply.firstOf(Math.max(0, reply.get(first.reply()).line() - NEAR - 3 * linesAbove));
    int bottom = wordsUpTo(reply.get(last.replyEnd() - 1).line() + NEAR + 3 * linesBelow);
    top = Math.max(first.letter() == 0 ? first.reply() : top, matched.openFrom(first.reply()));
    bottom = Math.min(bottom, matched.openTo(last.replyEnd()));
    if (hasMarks) {
      gap(top, first.reply(), 0, first.letter(), Taken.MARKED);
    } else {
      above(top, first.reply(), first.letter());
    }
    for (int i = 1; i < chain.size(); i++) {
      Run above = chain.get(i - 1);
      Run below = chain.get(i);
      Taken between = hasMarks ? Taken.MARKED : Taken.WHOLE;
      gap(above.replyEnd(), below.reply(), above.letterEnd(), below.letter(), between);
    }
    bottom = Math.max(last.replyEnd(), bottom);
    Taken below = hasMarks ? Taken.MARKED : Taken.NEXT;
    gap(last.replyEnd(), bottom, last.letterEnd(), letter.size(), below);
  }

  private int wordsUpTo(int line) {
    int at = reply.size();
    while (at > 0 && reply.get(at - 1).line() > line) {
      at--;
    }
    return at;
  }

  /** Lines that end where the letter goes on, from the first run upwards. */
  private void above(int from, int to, int letterTo) {
    int end = to;
    int letterEnd = letterTo;
    while (end > from) {
      int at = Math.max(from, reply.firstOf(reply.get(end - 1).line()));
      int start = letterEnd - (end - at);
      boolean same = start >= 0 && finder.common(at, start, end - at) == end - at;
      if (same && (letter.beginsLine(start) || reply.weight(at, end) >= 4)) {
        matched.keep(new Run(at, start, end - at));
        letterEnd = start;
      }
      end = at;
    }
    links(from, to, 0, letterTo, Taken.ALL);
  }

  private void gap(int from, int to, int letterFrom, int letterTo, Taken which) {
    if (from >= to) {
      return;
    }
    if (letterFrom < letterTo
        && (which != Taken.MARKED || (marks.isMarked(from) && marks.isMarked(to - 1)))
        && squeezed(reply, from, to).equals(squeezed(letter, letterFrom, letterTo))) {
      for (int i = from; i < to; i++) {
        matched.keep(i, Math.min(letterTo - 1, letterFrom + i - from));
      }
      return;
    }
    Map<String, List<Integer>> index = lines.between(letterFrom, letterTo);
    int next = letterFrom;
    int at = from;
    while (at < to) {
      int end = Math.min(to, reply.firstOf(reply.get(at).line() + 1));
      Optional<Run> piece =
          (reply.beginsLine(at) || at == from) && (which != Taken.MARKED || marks.isMarked(at))
              ? lines.piece(at, end, which == Taken.NEXT ? lines.next(next) : index, next, letterTo)
              : lines.wrapped(at, end, letterTo);
      if (which == Taken.WHOLE) {
        piece =
            piece.filter(run -> reply.beginsLine(run.reply()) && letter.beginsLine(run.letter()));
      }
      if (piece.isPresent()) {
        matched.keep(piece.get());
        next = piece.get().letterEnd();
        at = piece.get().replyEnd();
      } else {
        at = end;
      }
    }
    links(from, to, letterFrom, letterTo, which);
  }

  /** Links that came back as other ones, in the places of ours. */
  private void links(int from, int to, int letterFrom, int letterTo, Taken which) {
    int next = letterFrom;
    for (int i = from; i < to; i++) {
      if (which == Taken.MARKED && !marks.isMarked(i)) {
        continue;
      }
      while (next < letterTo && !letter.get(next).isPage()) {
        next++;
      }
      if (next < letterTo && !matched.isKnown(i) && reply.get(i).isPage()) {
        matched.keep(i, next);
        next++;
      }
    }
  }

  private static String squeezed(PlacedWords words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to && text.length() < 2_000; i++) {
      text.append(words.get(i).key().replace("link ", "").replaceAll("[^\\p{L}\\p{N}]", ""));
    }
    return text.toString();
  }
}
