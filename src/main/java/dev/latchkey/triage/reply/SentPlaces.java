package dev.latchkey.triage.reply;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which words of a reply are of which letter of ours, and how those beside them lie in it. */
final class SentPlaces {
  private final PlacedWords words;
  private final List<PlacedWords> placed = new ArrayList<>();

  /** For each word of the reply the letter it is of, from 1; 0 when it is of none. */
  private final int[] letterOf;

  private final int[] placeIn;

  /** For each word the next word of ours before it and from it on; -1 without one. */
  private final int[] oursAbove;

  private final int[] oursBelow;

  private final BitSet unsure = new BitSet();

  private Between between = new Between(-1, -1, Set.of());

  /** What a letter has between two words of the reply, by its keys. */
  private record Between(int above, int below, Set<String> keys) {}

  /**
   * @param source the lines of the reply
   * @param quoted lines of the reply that are quoted by their marks
   * @param introduced those near below a line that names the sender of a letter
   */
  SentPlaces(
      List<QuoteLine> source,
      PlacedWords words,
      List<SentLetter> letters,
      Set<Integer> quoted,
      BitSet introduced) {
    this.words = words;
    this.letterOf = new int[words.size()];
    this.placeIn = new int[words.size()];
    this.oursAbove = new int[words.size() + 1];
    this.oursBelow = new int[words.size() + 1];
    List<LetterMatch> matches = new ArrayList<>();
    List<List<String>> lines = letters.stream().map(it -> it.body().lines().toList()).toList();
    for (List<String> letter : lines) {
      placed.add(new PlacedWords(letter));
      matches.add(new LetterMatch(words, placed.get(placed.size() - 1), quoted, introduced));
    }
    int[] weights = matches.stream().mapToInt(LetterMatch::weight).toArray();
    IntStream.range(0, letters.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> -weights[i]))
        .forEach(i -> match(i + 1, letters.get(i), matches.get(i)));
    for (int i = 0; i < letters.size(); i++) {
      breaks(i + 1, new BrokenOff(source, words, placed.get(i), lines.get(i), of(i + 1), quoted));
    }

    oursAbove[0] = -1;
    for (int i = 1; i <= words.size(); i++) {
      oursAbove[i] = letterOf[i - 1] > 0 ? i - 1 : oursAbove[i - 1];
    }
    oursBelow[words.size()] = -1;
    for (int i = words.size() - 1; i >= 0; i--) {
      oursBelow[i] = letterOf[i] > 0 ? i : oursBelow[i + 1];
    }
  }

  /** For each word its place in one of the letters. */
  private int[] of(int number) {
    int[] places = placeIn.clone();
    for (int i = 0; i < places.length; i++) {
      places[i] = letterOf[i] == number ? places[i] : LetterMatch.NONE;
    }
    return places;
  }

  private void breaks(int number, BrokenOff broken) {
    unsure.or(broken.unsure());
    for (int i = 0; i < letterOf.length; i++) {
      if (letterOf[i] == number && broken.typed().get(words.get(i).line())) {
        letterOf[i] = 0;
      }
    }
  }

  /** Whether nobody can tell if a line of ours was typed once more. */
  boolean unsure(int line) {
    return unsure.get(line);
  }

  /** Whether a word is of a letter of ours. */
  boolean ours(int word) {
    return word >= 0 && word < letterOf.length && letterOf[word] > 0;
  }

  /** Whether words stand between two of one letter, in its order. */
  boolean isBetween(int from, int to) {
    int above = above(from);
    int below = below(to);
    return above >= 0
        && below >= 0
        && letterOf[above] == letterOf[below]
        && placeIn[below] >= placeIn[above];
  }

  /** Stretches of words of a line: first, last and one more, and whether they are ours. */
  List<int[]> pieces(int from, int to) {
    List<int[]> pieces = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int sent = letterOf[i] > 0 ? 1 : 0;
      if (pieces.isEmpty() || pieces.get(pieces.size() - 1)[2] != sent) {
        pieces.add(new int[] {i, i + 1, sent});
      } else {
        pieces.get(pieces.size() - 1)[1] = i + 1;
      }
    }
    List<int[]> joined = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      int[] piece = pieces.get(i);
      boolean inner = i > 0 && i + 1 < pieces.size();
      if (piece[2] == 0 && inner && !isInsertion(piece[0], piece[1])) {
        piece[2] = 1;
      }
      if (!joined.isEmpty() && joined.get(joined.size() - 1)[2] == piece[2]) {
        joined.get(joined.size() - 1)[1] = piece[1];
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  /** The next word of ours above; -1 without one. */
  int above(int from) {
    return oursAbove[from];
  }

  /** The same below. */
  int below(int to) {
    return oursBelow[to];
  }

  /** Whether a word and the one before it follow each other in one letter. */
  boolean isWithin(int at) {
    return at > 0
        && at < letterOf.length
        && letterOf[at - 1] > 0
        && letterOf[at] == letterOf[at - 1]
        && placeIn[at] >= placeIn[at - 1];
  }

  /** Whether no word of the letter is missing where these stand. */
  boolean isInsertion(int from, int to) {
    int above = above(from);
    int below = below(to);
    if (above < 0) {
      return false;
    }
    PlacedWords letter = placed.get(letterOf[above] - 1);
    boolean same = below >= 0 && letterOf[below] == letterOf[above];
    int next = same && placeIn[below] > placeIn[above] ? placeIn[below] : letter.size();
    for (int i = placeIn[above] + 1; i < next; i++) {
      if (!letter.get(i).isLink()) {
        return false;
      }
    }
    return true;
  }

  /** Whether most of these words are those that the letter has at this place. */
  boolean isAltered(int from, int to) {
    Set<String> missing = missing(above(from), below(to));
    int same = 0;
    for (int i = from; i < to; i++) {
      same += missing.contains(words.get(i).key()) ? 1 : 0;
    }
    return 2 * same >= to - from && same > 0;
  }

  /**
   * The words that the letter has between two of the reply. All lines between those two ask for
   * them, one after another.
   */
  private Set<String> missing(int above, int below) {
    if (between.above() != above || between.below() != below) {
      PlacedWords letter = placed.get(letterOf[above] - 1);
      Set<String> keys = new HashSet<>();
      for (int i = placeIn[above] + 1; i < placeIn[below]; i++) {
        keys.add(letter.get(i).key());
      }
      between = new Between(above, below, keys);
    }
    return between.keys();
  }

  private void match(int number, SentLetter sent, LetterMatch match) {
    boolean[] taken = new boolean[letterOf.length];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = letterOf[i] > 0;
    }
    int[] places = match.places(taken);
    for (int i = 0; i < places.length; i++) {
      if (places[i] != LetterMatch.NONE && letterOf[i] == 0) {
        letterOf[i] = number;
        placeIn[i] = places[i];
      }
    }
    new LetterLinks(words, placed.get(number - 1), sent.body()).find(letterOf, placeIn, number);
  }
}
