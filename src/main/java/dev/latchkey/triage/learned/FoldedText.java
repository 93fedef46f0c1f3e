package dev.latchkey.triage.learned;

/**
 * A text made comparable, once for all questions: words without case and accents, one blank between
 * them, and of all other signs only the ends of sentences and question and exclamation marks.
 */
final class FoldedText {
  /** More of a text does not make an answer surer. */
  static final int LONGEST = 6000;

  static final char END = '.';

  private final char[] signs;
  private final int[] origins;
  private int length;

  private FoldedText(int room) {
    this.signs = new char[2 * room + 2];
    this.origins = new int[2 * room + 2];
  }

  static FoldedText of(String text) {
    int end = Math.min(text.length(), LONGEST);
    FoldedText folded = new FoldedText(end);
    folded.put(' ', 0);
    int word = 0;
    for (int at = 0; at < end; at++) {
      char sign = text.charAt(at);
      if (Letters.isWord(sign)) {
        char bare = Letters.bare(sign);
        if (word > 0 && Letters.isUnspaced(bare) != Letters.isUnspaced(folded.last())) {
          folded.blank(at);
          word = 0;
        }
        folded.put(bare, at);
        word++;
      } else if (!(Letters.isApostrophe(sign) ? folded.joins(word) : Letters.isSilent(sign))) {
        folded.blank(at);
        folded.mark(sign, at);
        word = 0;
      }
    }
    folded.blank(end);
    return folded;
  }

  private void put(char sign, int origin) {
    signs[length] = sign;
    origins[length++] = origin;
  }

  char last() {
    return signs[length - 1];
  }

  private void blank(int origin) {
    if (last() != ' ') {
      put(' ', origin);
    }
  }

  /** "don't" is one word, "l'adresse" is two. */
  private boolean joins(int word) {
    return word > 1 ? !(last() == 'u' && signs[length - 2] == 'q') : word == 1 && last() == 'i';
  }

  private void mark(char sign, int origin) {
    char mark =
        switch (sign) {
          case '?', '？', '¿' -> '?';
          case '!', '！' -> '!';
          case '.', '。', '\n', ';', '；', '…', ':', '：' -> END;
          default -> ' ';
        };
    if (mark != ' ' && !(length > 1 && signs[length - 2] == mark)) {
      put(mark, origin);
      put(' ', origin);
    }
  }

  int length() {
    return length;
  }

  char at(int place) {
    return signs[place];
  }

  /** Where the sign at {@code place} stood in the text. */
  int origin(int place) {
    return origins[place];
  }

  /** The place behind the word, or mark, that begins at {@code from}. */
  int end(int from) {
    int at = from;
    while (signs[at] != ' ') {
      at++;
    }
    return at;
  }

  static boolean isMark(char sign) {
    return sign == END || sign == '?' || sign == '!';
  }
}
