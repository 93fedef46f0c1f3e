package dev.latchkey.triage.learned;

/**
 * Turns a text into hashed features: its words, pairs of words, and runs of two to five letters
 * within words; of scripts without blanks runs of one to four signs; and its meanings, with those
 * that follow each other in a sentence. Knows no language.
 */
final class TextFeatures {
  private static final int SHORTEST = 2;
  private static final int LONGEST_RUN = 5;
  private static final int LONGEST_UNSPACED = 4;

  /** Longer words are data. */
  private static final int LONGEST_WORD = 40;

  /** So many meanings back one has to do with the next. */
  private static final int MEMORY = 3;

  private static final int[] NOTHING = {};

  /** Stands behind a question like a meaning. */
  private static final int[] ASKED = {999};

  /** Kinds of features; EDGE is a sentence's end. */
  private static final int WORD = 1;

  private static final int PAIR = 2;
  private static final int RUN = 3;
  private static final int SKIPPED = 4;
  private static final int EDGE = 5;
  private static final int MEANING = 6;
  private static final int FOLLOWED = 7;
  private static final int THREE = 8;
  private static final int TITLE = 9;

  private final Concepts concepts;

  TextFeatures(Concepts concepts) {
    this.concepts = concepts;
  }

  /** Adds the features of a mail to {@code bag}. */
  void add(FoldedText subject, FoldedText text, Bag bag) {
    letters(subject, bag);
    letters(text, bag);
    meanings(subject, TITLE, bag);
    meanings(text, MEANING, bag);
  }

  private static void letters(FoldedText text, Bag bag) {
    int before = EDGE;
    int beforeThat = EDGE;
    for (int from = 1; from < text.length(); from = text.end(from) + 1) {
      int end = text.end(from);
      int word = word(text, from, end, bag);
      bag.add(Bag.PAIRS, Bag.join(PAIR, before, word));
      bag.add(Bag.PAIRS, Bag.join(SKIPPED, beforeThat, word));
      beforeThat = before;
      before = word;
    }
  }

  private static int word(FoldedText text, int from, int end, Bag bag) {
    char first = text.at(from);
    if (first == FoldedText.END) {
      return EDGE;
    }
    if (Letters.isUnspaced(first)) {
      runs(text, from, end, 1, LONGEST_UNSPACED, bag);
      return EDGE;
    }
    int hash = WORD;
    if (FoldedText.isMark(first)) {
      hash = first;
    } else {
      int to = Math.min(end, from + LONGEST_WORD);
      for (int at = from; at < to; at++) {
        hash = Bag.join(hash, text.at(at));
      }
      runs(text, from - 1, to + 1, SHORTEST, LONGEST_RUN, bag);
    }
    bag.add(Bag.WORDS, hash);
    return hash;
  }

  private static void runs(FoldedText text, int from, int to, int shortest, int longest, Bag bag) {
    for (int start = from; start < to; start++) {
      int hash = RUN;
      for (int at = start; at < to && at < start + longest; at++) {
        hash = Bag.join(hash, text.at(at));
        if (at - start + 1 >= shortest) {
          bag.add(Bag.RUNS, hash);
        }
      }
    }
  }

  /** Meanings, and up to three of one sentence in their order. */
  private void meanings(FoldedText text, int kind, Bag bag) {
    int[][] last = {NOTHING, NOTHING, NOTHING};
    int from = 1;
    while (from < text.length()) {
      char first = text.at(from);
      Concepts.Found found = concepts.find(text, from);
      if (found.end() > from) {
        note(found.meanings(), last, kind, bag);
        push(last, found.meanings());
        from = found.end();
      } else if (FoldedText.isMark(first)) {
        last[0] = first == '?' ? ASKED : NOTHING;
        last[1] = NOTHING;
        last[2] = NOTHING;
        from++;
      } else {
        from = Letters.isUnspaced(first) ? from + 1 : text.end(from);
      }
      if (from < text.length() && !Letters.isUnspaced(text.at(from))) {
        from = text.end(from) + 1;
      }
    }
  }

  private static void note(int[] meanings, int[][] last, int kind, Bag bag) {
    for (int meaning : meanings) {
      bag.add(Bag.MEANINGS, Bag.join(MEANING, meaning));
      if (kind == TITLE) {
        bag.add(Bag.MEANINGS, Bag.join(TITLE, meaning));
      }
      for (int[] earlier : last) {
        for (int other : earlier) {
          bag.add(Bag.MEANINGS, Bag.join(FOLLOWED, other, meaning));
        }
      }
      for (int other : last[0]) {
        for (int third : last[1]) {
          bag.add(Bag.MEANINGS, Bag.join(Bag.join(THREE, third, other), meaning));
        }
      }
    }
  }

  private static void push(int[][] last, int[] meanings) {
    System.arraycopy(last, 0, last, 1, MEMORY - 1);
    last[0] = meanings;
  }
}
