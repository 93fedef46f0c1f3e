package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.LetterRuns.Run;
import java.util.Arrays;

/** For each word of a reply its place in a letter, as far as it is known. */
final class MatchedWords {
  private final int[] place;
  private final boolean[] taken;

  /**
   * None is known.
   *
   * @param taken words of the reply that another letter explains
   */
  MatchedWords(boolean[] taken) {
    this.taken = taken;
    this.place = new int[taken.length];
    Arrays.fill(place, LetterMatch.NONE);
  }

  /** All places; {@link LetterMatch#NONE} for a word that is none of the letter's. */
  int[] places() {
    return place;
  }

  int of(int word) {
    return place[word];
  }

  boolean isKnown(int word) {
    return place[word] != LetterMatch.NONE;
  }

  /** Whether another letter explains a word. */
  boolean isTaken(int word) {
    return taken[word];
  }

  /** Whether a run is of no copy of the letter that was found before. */
  boolean isOpen(Run run) {
    return !isKnown(run.reply()) && !isKnown(run.replyEnd() - 1);
  }

  void keep(Run run) {
    for (int i = 0; i < run.length(); i++) {
      keep(run.reply() + i, run.letter() + i);
    }
  }

  void keep(int word, int inLetter) {
    place[word] = inLetter;
  }

  /** They were typed. */
  void release(int from, int to) {
    Arrays.fill(place, from, to, LetterMatch.NONE);
  }

  /** Where the words begin that nothing explains and that end with this one. */
  int openFrom(int word) {
    int at = word;
    while (at > 0 && isFree(at - 1)) {
      at--;
    }
    return at;
  }

  int openTo(int word) {
    int at = word;
    while (at < place.length && isFree(at)) {
      at++;
    }
    return at;
  }

  private boolean isFree(int word) {
    return !isKnown(word) && !taken[word];
  }
}
