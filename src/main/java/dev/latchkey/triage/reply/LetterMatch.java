package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int SMALL = 5;

  /** As many lines of a letter, without marks at the end of a marked quotation, were typed. */
  private static final int FEW_TYPED = 2;

  private static final int LONGEST_FOOT = 5;

  /** Lines that may be typed above the first lines of a letter or below its last ones. */
  private static final int NEAR = 12;

  private final PlacedWords reply;
  private final PlacedWords letter;
  private final LetterRuns finder;
  private final Set<Integer> marked;
  private final int foot;
  private final int[] place;
  private boolean[] taken;

  /**
   * @param marked lines of the reply that are quoted by their marks
   */
  LetterMatch(PlacedWords reply, PlacedWords letter, Set<Integer> marked) {
    this.reply = reply;
    this.letter = letter;
    this.finder = new LetterRuns(reply, letter);
    this.marked = marked;
    this.foot = foot(letter);
    this.taken = new boolean[reply.size()];
    this.place = new int[reply.size()];
    Arrays.fill(place, NONE);
  }

  /** Where the last paragraph begins, which all letters have; the end when it is long or alone. */
  private static int foot(PlacedWords letter) {
    int last = letter.size() - 1;
    int first = last;
    while (first > 0 && letter.get(first).line() - letter.get(first - 1).line() <= 1) {
      first--;
    }
    boolean isLong =
        first < 0 || letter.get(last).line() - letter.get(first).line() >= LONGEST_FOOT;
    return first <= 0 || isLong ? letter.size() : first;
  }

  /** How much of the reply is of this letter at most. */
  int weight() {
    List<Run> runs = finder.runs();
    return (runs.isEmpty() ? runs : finder.chain(runs))
        .stream().mapToInt(run -> reply.weight(run.reply(), run.replyEnd())).sum();
  }

  /**
   * For each word of the reply its place in the letter, or {@link #NONE}.
   *
   * @param taken words of the reply that another letter explains: none of them shows this one
   */
  int[] places(boolean[] taken) {
    this.taken = taken;
    List<Run> runs = finder.runs();
    for (int copy = 0; copy < MOST_COPIES && !runs.isEmpty(); copy++) {
      List<Run> chain = trimmed(finder.chain(runs));
      if (!isQuotation(chain)) {
        break;
      }
      boolean hasMarks = hasMarks(chain);
      chain = hasMarks ? withoutTyped(chain) : chain;
      chain.forEach(this::keep);
      if (hasMarks) {
        chain.forEach(this::releaseTyped);
      }
      if (chain.get(0).letter() < foot) {
        fill(chain, hasMarks);
      }
      runs = runs.stream().filter(this::isOpen).toList();
    }
    return place;
  }

  private boolean isOpen(Run run) {
    return place[run.reply()] == NONE && place[run.replyEnd() - 1] == NONE;
  }

  private void keep(Run run) {
    for (int i = 0; i < run.length(); i++) {
      place[run.reply() + i] = run.letter() + i;
    }
  }

  /** Without what two runs both have, and without what only happens to begin or end like ours. */
  private List<Run> trimmed(List<Run> chain) {
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

  private boolean hasMarks(List<Run> chain) {
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

  private boolean isMarked(int word) {
    return marked.contains(reply.get(word).line());
  }

  /**
   * Without lines of the letter, as they are, that have no mark though the quotation that they are
   * next to has them: somebody typed what the letter has there.
   */
  private List<Run> withoutTyped(List<Run> chain) {
    List<Run> rest = new ArrayList<>(chain);
    int last = rest.size() - 1;
    rest.set(last, withoutTypedEnd(rest.get(last)));
    rest.set(0, withoutTypedBeginning(rest.get(0)));
    rest.removeIf(run -> run.length() == 0);
    return rest.isEmpty() ? chain : rest;
  }

  /** The same within a run: a few whole lines of the letter without a mark. */
  private void releaseTyped(Run run) {
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
              && lines(run.letter() + at, run.letter() + end) <= FEW_TYPED;
      if (whole && !isMarked(run.reply() + at)) {
        Arrays.fill(place, run.reply() + at, run.reply() + end, NONE);
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
    return lines(run.letter() + at, run.letterEnd()) <= FEW_TYPED ? run.first(at) : run;
  }

  private Run withoutTypedBeginning(Run run) {
    int at = 0;
    while (at < run.length() && !isMarked(run.reply() + at)) {
      at++;
    }
    boolean few = lines(run.letter(), run.letter() + at) <= FEW_TYPED;
    boolean whole = at < run.length() && isLineOfBoth(run.reply() + at, run.letter() + at);
    return few && (whole || at == run.length()) ? run.without(at) : run;
  }

  private boolean isLineOfBoth(int inReply, int inLetter) {
    return reply.beginsLine(inReply) && letter.beginsLine(inLetter);
  }

  private boolean isQuotation(List<Run> chain) {
    if (chain.isEmpty() || (chain.get(0).letter() >= foot && !isBelowOurs(chain.get(0)))) {
      return false;
    }
    int weight = 0;
    int longest = 0;
    int withMarks = 0;
    Set<Integer> lines = new HashSet<>();
    for (Run run : chain) {
      int own = 0;
      for (int i = 0; i < run.length(); i++) {
        if (!taken[run.reply() + i]) {
          own += reply.get(run.reply() + i).weight();
          lines.add(letter.get(run.letter() + i).line());
          withMarks += isMarked(run.reply() + i) ? 2 : 0;
        }
      }
      weight += own;
      longest = Math.max(longest, own);
    }
    if (longest < LONG_RUN) {
      return false;
    }
    return (lines.size() > 1 && weight >= SEVERAL_LINES)
        || weight >= ONE_LINE
        || (withMarks >= weight && weight >= MARKED);
  }

  private boolean isBelowOurs(Run run) {
    int above = run.reply() - 1;
    return above >= 0 && (place[above] != NONE || taken[above]);
  }

  /**
   * Compares what stands between, above and below the runs. Above and below somebody types what the
   * letter told them to: there a line is the letter's when it has the mark of its quotation, or
   * goes on where the letter does.
   */
  private void fill(List<Run> chain, boolean hasMarks) {
    Run first = chain.get(0);
    Run last = chain.get(chain.size() - 1);
    int linesAbove = lines(0, first.letter());
    int linesBelow = lines(last.letterEnd(), letter.size());
    int top = reply.firstOf(Math.max(0, reply.get(first.reply()).line() - NEAR - 3 * linesAbove));
    int bottom = wordsUpTo(reply.get(last.replyEnd() - 1).line() + NEAR + 3 * linesBelow);
    top = Math.max(first.letter() == 0 ? first.reply() : top, openFrom(first.reply()));
    bottom = Math.min(bottom, openTo(last.replyEnd()));
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

  private int openFrom(int word) {
    int at = word;
    while (at > 0 && place[at - 1] == NONE && !taken[at - 1]) {
      at--;
    }
    return at;
  }

  private int openTo(int word) {
    int at = word;
    while (at < place.length && place[at] == NONE && !taken[at]) {
      at++;
    }
    return at;
  }

  private int lines(int from, int to) {
    return to <= from ? 0 : letter.get(to - 1).line() - letter.get(from).line() + 1;
  }

  private int wordsUpTo(int line) {
    int at = reply.size();
    while (at > 0 && reply.get(at - 1).line() > line) {
      at--;
    }
    return at;
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

  /** Lines that end where the letter goes on, from the first run upwards. */
  private void above(int from, int to, int letterTo) {
    int end = to;
    int letterEnd = letterTo;
    while (end > from) {
      int at = Math.max(from, reply.firstOf(reply.get(end - 1).line()));
      int start = letterEnd - (end - at);
      boolean same = start >= 0 && finder.common(at, start, end - at) == end - at;
      if (same && (letter.beginsLine(start) || reply.weight(at, end) >= 4)) {
        keep(new Run(at, start, end - at));
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
        && (which != Taken.MARKED || (isMarked(from) && isMarked(to - 1)))
        && squeezed(reply, from, to).equals(squeezed(letter, letterFrom, letterTo))) {
      for (int i = from; i < to; i++) {
        place[i] = Math.min(letterTo - 1, letterFrom + i - from);
      }
      return;
    }
    Map<String, List<Integer>> index = new HashMap<>();
    for (int i = letterFrom; i < letterTo; i++) {
      List<Integer> places = index.computeIfAbsent(letter.get(i).key(), any -> new ArrayList<>());
      if (places.size() < LetterRuns.MOST_PLACES) {
        places.add(i);
      }
    }
    int next = letterFrom;
    int at = from;
    while (at < to) {
      int end = Math.min(to, reply.firstOf(reply.get(at).line() + 1));
      Optional<Run> piece =
          (reply.beginsLine(at) || at == from) && (which != Taken.MARKED || isMarked(at))
              ? piece(at, end, which == Taken.NEXT ? next(next) : index, next, letterTo)
              : wrapped(at, end, letterTo);
      if (which == Taken.WHOLE) {
        piece = piece.filter(run -> isLineOfBoth(run.reply(), run.letter()));
      }
      if (piece.isPresent()) {
        keep(piece.get());
        next = piece.get().letterEnd();
        at = piece.get().replyEnd();
      } else {
        at = end;
      }
    }
    links(from, to, letterFrom, letterTo, which);
  }

  /** The tail of a line of the letter that a program wrapped, where it goes on. */
  private Optional<Run> wrapped(int at, int end, int letterTo) {
    int next = at == 0 || place[at - 1] == NONE ? letterTo : place[at - 1] + 1;
    boolean tail =
        next < letterTo
            && !letter.beginsLine(next)
            && finder.common(at, next, Math.min(end - at, letterTo - next)) == end - at;
    return tail ? Optional.of(new Run(at, next, end - at)) : Optional.empty();
  }

  /** The word there, and those behind links that may have come back as others. */
  private Map<String, List<Integer>> next(int from) {
    Map<String, List<Integer>> index = new HashMap<>();
    for (int at = from; at < letter.size() && (at == from || letter.beginsLine(at)); ) {
      index.computeIfAbsent(letter.get(at).key(), any -> new ArrayList<>()).add(at);
      boolean link = false;
      do {
        link |= letter.get(at).isLink();
        at++;
      } while (at < letter.size() && !letter.beginsLine(at));
      if (!link) {
        break;
      }
    }
    return index;
  }

  /** Links that came back as other ones, in the places of ours. */
  private void links(int from, int to, int letterFrom, int letterTo, Taken which) {
    int next = letterFrom;
    for (int i = from; i < to; i++) {
      if (which == Taken.MARKED && !isMarked(i)) {
        continue;
      }
      while (next < letterTo && !letter.get(next).isPage()) {
        next++;
      }
      if (next < letterTo && place[i] == NONE && reply.get(i).isPage()) {
        place[i] = next;
        next++;
      }
    }
  }

  /** A line of the letter, whole or its rest, at the beginning of a line of the reply. */
  private Optional<Run> piece(
      int at, int end, Map<String, List<Integer>> index, int next, int letterTo) {
    for (int from : index.getOrDefault(reply.get(at).key(), List.of())) {
      if (from < next || place[at] != NONE) {
        continue;
      }
      int length = finder.common(at, from, Math.min(end - at, letterTo - from));
      boolean wholeLine = letter.beginsLine(from) && letter.endsLine(from + length - 1);
      boolean all = at + length == end && reply.weight(at, end) >= 4;
      if (wholeLine || all) {
        return Optional.of(new Run(at, from, length));
      }
      int head = headOfLine(from, length);
      if (head > 0) {
        return Optional.of(new Run(at, from, head));
      }
    }
    return Optional.empty();
  }

  /** How many words of a common beginning are whole lines of the letter. */
  private int headOfLine(int from, int length) {
    int head = 0;
    for (int i = 0; i < length && letter.beginsLine(from); i++) {
      if (letter.endsLine(from + i)) {
        head = i + 1;
      }
    }
    return head;
  }

  private static String squeezed(PlacedWords words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to && text.length() < 2_000; i++) {
      text.append(words.get(i).key().replace("link ", "").replaceAll("[^\\p{L}\\p{N}]", ""));
    }
    return text.toString();
  }
}
