package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.ArrayList;
import java.util.List;

/** The ends of runs of words: what only happens to begin or end as the letter does is typed. */
final class RunEnds {
  /** A weight, of which a word has two. */
  private static final int SMALL = 5;

  private final PlacedWords reply;
  private final PlacedWords letter;

  RunEnds(PlacedWords reply, PlacedWords letter) {
    this.reply = reply;
    this.letter = letter;
  }

  /** Without what two runs both have, and without what only happens to begin or end like ours. */
  List<Run> trimmed(List<Run> chain) {
    List<Run> trimmed = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < chain.size(); i++) {
      Run run = chain.get(i);
      run = run.without(Math.min(run.length(), Math.max(0, from - run.letter())));
      if (i + 1 < chain.size()) {
        int below = chain.get(i + 1).letter();
        boolean ends = run.length() > 0 && letter.endsLine(run.letterEnd() - 1);
        run = below < run.letterEnd() && !ends ? run.first(Math.max(0, below - run.letter())) : run;
      }
      run = withoutStrayEnd(withoutStrayBeginning(run));
      if (run.length() > 0) {
        trimmed.add(run);
        from = run.letterEnd();
      }
    }
    return trimmed;
  }

  private Run withoutStrayEnd(Run run) {
    if (run.length() == 0) {
      return run;
    }
    int last = run.replyEnd() - 1;
    if (reply.endsLine(last) || letter.endsLine(run.letterEnd() - 1)) {
      return run;
    }
    int first = Math.max(run.reply(), reply.firstOf(reply.get(last).line()));
    boolean stray = first > run.reply() && reply.weight(first, last + 1) <= SMALL;
    return stray ? run.first(first - run.reply()) : run;
  }

  private Run withoutStrayBeginning(Run run) {
    if (run.length() == 0 || reply.beginsLine(run.reply()) || letter.beginsLine(run.letter())) {
      return run;
    }
    int line = reply.get(run.reply()).line();
    int end = Math.min(run.replyEnd(), reply.firstOf(line + 1));
    boolean stray = reply.weight(run.reply(), end) <= SMALL;
    return stray ? run.without(end - run.reply()) : run;
  }
}
