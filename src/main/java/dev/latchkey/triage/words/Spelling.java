package dev.latchkey.triage.words;

/** How far a word is from another one that may be meant. */
public final class Spelling {
  /** What is farther apart than by so many letters is none of the other. */
  private static final int MOST_LETTERS = 2;

  private static final int FAR = 99;

  private Spelling() {}

  /**
   * Insertions, deletions and replacements between two words (Levenshtein); 99 where their lengths
   * differ by more than two.
   */
  public static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MOST_LETTERS) {
      return FAR;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = above[0];
      above[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = above[j];
        above[j] = Math.min(replaced, 1 + Math.min(above[j], above[j - 1]));
      }
    }
    return above[b.length()];
  }
}
