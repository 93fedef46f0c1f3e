package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs of words of a quotation that has marks: a few whole lines without a mark beside or within it
 * were typed, though the letter has the same there.
 */
final class MarkedRuns {
  /** As many lines of a letter, without marks at the end of a marked quotation, were typed. */
  private static final int FEW_TYPED = 2;

  private final PlacedWords reply;
  private final PlacedWords letter;
  private final Set<Integer> marked;

  /**
   * @param marked lines of the reply that are quoted by their marks
   */
  MarkedRuns(PlacedWords reply, PlacedWords letter, Set<Integer> marked) {
    this.reply = reply;
    this.letter = letter;
    this.marked = marked;
  }

  /** Whether most words of a chain have marks. */
  boolean hasMarks(List<Run> chain) {
    int weight = 0;
    int withMarks = 0;
    for (Run run : chain) {
      for (int i = run.reply(); i < run.replyEnd(); i++) {
        weight++;
        withMarks += isMarked(i) ? 1 : 0;
      }
    }
    return 2 * withMarks > weight;
  }

  boolean isMarked(int word) {
    return marked.contains(reply.get(word).line());
  }

  /**
   * Without lines of the letter, as they are, that have no mark though the quotation that they are
   * next to has them: somebody typed what the letter has there.
   */
  List<Run> withoutTyped(List<Run> chain) {
    List<Run> rest = new ArrayList<>(chain);
    int last = rest.size() - 1;
    rest.set(last, withoutTypedEnd(rest.get(last)));
    rest.set(0, withoutTypedBeginning(rest.get(0)));
    rest.removeIf(run -> run.length() == 0);
    return rest.isEmpty() ? chain : rest;
  }

  /** The same within a run: a few whole lines of the letter without a mark. */
  void releaseTyped(Run run, MatchedWords matched) {
    int at = 0;
    while (at < run.length()) {
      int end = at;
      while (end < run.length() && isMarked(run.reply() + end) == isMarked(run.reply() + at)) {
        end++;
      }
      boolean whole =
          reply.beginsLine(run.reply() + at)
              && (at == 0 || letter.beginsLine(run.letter() + at))
              && letter.endsLine(run.letter() + end - 1)
              && letter.lines(run.letter() + at, run.letter() + end) <= FEW_TYPED;
      if (whole && !isMarked(run.reply() + at)) {
        matched.release(run.reply() + at, run.reply() + end);
      }
      at = end;
    }
  }

  private Run withoutTypedEnd(Run run) {
    int at = run.length();
    while (at > 0 && !isMarked(run.reply() + at - 1)) {
      at--;
    }
    while (at < run.length() && !isLineOfBoth(run.reply() + at, run.letter() + at)) {
      at++;
    }
    return letter.lines(run.letter() + at, run.letterEnd()) <= FEW_TYPED ? run.first(at) : run;
  }

  private Run withoutTypedBeginning(Run run) {
    int at = 0;
    while (at < run.length() && !isMarked(run.reply() + at)) {
      at++;
    }
    boolean few = letter.lines(run.letter(), run.letter() + at) <= FEW_TYPED;
    boolean whole = at < run.length() && isLineOfBoth(run.reply() + at, run.letter() + at);
    return few && (whole || at == run.length()) ? run.without(at) : run;
  }

  private boolean isLineOfBoth(int inReply, int inLetter) {
    return reply.beginsLine(inReply) && letter.beginsLine(inLetter);
  }
}
