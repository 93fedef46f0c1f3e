package dev.latchkey.triage.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of words that a reply and a letter both have, found by an index of the letter's words, and
 * the heaviest chain of them.
 */
final class LetterRuns {
  static final int MOST_PLACES = 8;

  private static final int SEED = 4;
  private static final int MOST_RUNS = 400;

  private final PlacedWords reply;
  private final PlacedWords letter;

  /** So many words from one place on are those of the letter from another one on. */
  record Run(int reply, int letter, int length) {
    int replyEnd() {
      return reply + length;
    }

    int letterEnd() {
      return letter + length;
    }

    Run first(int words) {
      return new Run(reply, letter, words);
    }

    Run without(int words) {
      return new Run(reply + words, letter + words, length - words);
    }
  }

  LetterRuns(PlacedWords reply, PlacedWords letter) {
    this.reply = reply;
    this.letter = letter;
  }

  /**
   * The longest runs that begin at each place of the reply, in its order; as many as the letter has
   * of one length there.
   */
  List<Run> runs() {
    Map<Integer, List<Integer>> seeds = new HashMap<>();
    for (int at = 0; at + SEED <= letter.size(); at++) {
      List<Integer> places = seeds.computeIfAbsent(seed(letter, at), any -> new ArrayList<>());
      if (places.size() < MOST_PLACES) {
        places.add(at);
      }
    }
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at + SEED <= reply.size()) {
      int longest = 0;
      List<Run> here = new ArrayList<>();
      for (int from : seeds.getOrDefault(seed(reply, at), List.of())) {
        int length = common(at, from, Math.min(reply.size() - at, letter.size() - from));
        if (length > longest) {
          here.clear();
          longest = length;
        }
        if (length == longest && length >= SEED) {
          here.add(new Run(at, from, length));
        }
      }
      runs.addAll(here);
      at += here.isEmpty() ? 1 : longest;
    }
    return runs;
  }

  private static int seed(PlacedWords words, int at) {
    int hash = 0;
    for (int i = at; i < at + SEED; i++) {
      hash = 31 * hash + words.get(i).key().hashCode();
    }
    return hash;
  }

  /** How many words are the same from two places on. */
  int common(int inReply, int inLetter, int most) {
    int length = 0;
    while (length < most
        && reply.get(inReply + length).key().equals(letter.get(inLetter + length).key())) {
      length++;
    }
    return length;
  }

  /** The heaviest runs that follow each other in both texts; they may overlap in the letter. */
  List<Run> chain(List<Run> all) {
    List<Run> runs = all;
    if (runs.size() > MOST_RUNS) {
      runs =
          runs.stream()
              .sorted(Comparator.comparingInt(Run::length).reversed())
              .limit(MOST_RUNS)
              .sorted(Comparator.comparingInt(Run::reply))
              .toList();
    }
    int[] weight = new int[runs.size()];
    int[] before = new int[runs.size()];
    int heaviest = 0;
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      int own = reply.weight(run.reply(), run.replyEnd());
      before[i] = LetterMatch.NONE;
      weight[i] = own;
      for (int j = i - 1; j >= 0; j--) {
        Run above = runs.get(j);
        int overlap = Math.max(0, above.letterEnd() - run.letter());
        boolean forward =
            above.replyEnd() <= run.reply()
                && above.letter() < run.letter()
                && 2 * overlap <= Math.min(above.length(), run.length());
        if (forward && weight[j] + own - 2 * overlap > weight[i]) {
          weight[i] = weight[j] + own - 2 * overlap;
          before[i] = j;
        }
      }
      heaviest = weight[i] >= weight[heaviest] ? i : heaviest;
    }
    List<Run> chain = new ArrayList<>();
    for (int i = heaviest; i != LetterMatch.NONE; i = before[i]) {
      chain.add(0, runs.get(i));
    }
    return chain;
  }
}
