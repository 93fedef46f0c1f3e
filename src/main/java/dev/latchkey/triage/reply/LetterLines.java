package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a line of a reply among the lines of a letter: whole, its head, its rest, or wrapped. */
final class LetterLines {
  private final PlacedWords reply;
  private final PlacedWords letter;
  private final LetterRuns finder;
  private final MatchedWords matched;

  LetterLines(PlacedWords reply, PlacedWords letter, LetterRuns finder, MatchedWords matched) {
    this.reply = reply;
    this.letter = letter;
    this.finder = finder;
    this.matched = matched;
  }

  /** Where the letter has each word between two places. */
  Map<String, List<Integer>> between(int from, int to) {
    Map<String, List<Integer>> index = new HashMap<>();
    for (int i = from; i < to; i++) {
      List<Integer> places = index.computeIfAbsent(letter.get(i).key(), any -> new ArrayList<>());
      if (places.size() < LetterRuns.MOST_PLACES) {
        places.add(i);
      }
    }
    return index;
  }

  /** The word there, and those behind links that may have come back as others. */
  Map<String, List<Integer>> next(int from) {
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

  /** A line of the letter, whole or its rest, at the beginning of a line of the reply. */
  Optional<Run> piece(int at, int end, Map<String, List<Integer>> index, int next, int letterTo) {
    for (int from : index.getOrDefault(reply.get(at).key(), List.of())) {
      if (from < next || matched.isKnown(at)) {
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

  /** The tail of a line of the letter that a program wrapped, where it goes on. */
  Optional<Run> wrapped(int at, int end, int letterTo) {
    int next = at == 0 || !matched.isKnown(at - 1) ? letterTo : matched.of(at - 1) + 1;
    boolean tail =
        next < letterTo
            && !letter.beginsLine(next)
            && finder.common(at, next, Math.min(end - at, letterTo - next)) == end - at;
    return tail ? Optional.of(new Run(at, next, end - at)) : Optional.empty();
  }
}
