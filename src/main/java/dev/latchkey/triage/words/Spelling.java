package dev.latchkey.triage.words;

/** How far a word is from another one that may be meant. */
public final class Spelling {
  /** What is farther apart than by so many letters is none of the other. */
  private static final int MOST_LETTERS = 2;

  private static final int FAR = 99;

  private Spelling() {}

  /**
   * Insertions, deletions, replacements, and neighbours in each other's place, between two words
   * (Damerau and Levenshtein, without a letter changed twice); 99 where their lengths differ by
   * more than two.
   */
  public static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MOST_LETTERS) {
      return FAR;
    }
    int[][] apart = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        apart[i][j] = i == 0 || j == 0 ? i + j : nearest(a, b, i, j, apart);
      }
    }
    return apart[a.length()][b.length()];
  }

  private static int nearest(String a, String b, int i, int j, int[][] apart) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least =
        Math.min(
            apart[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(apart[i - 1][j], apart[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, apart[i - 2][j - 2] + 1) : least;
  }
}
