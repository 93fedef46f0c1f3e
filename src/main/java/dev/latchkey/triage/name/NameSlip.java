package dev.latchkey.triage.name;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether one name may have been typed for another by a slip of the hand, and without regard to
 * marks on letters.
 */
public final class NameSlip {
  /** A shorter name looks like too many words. */
  static final int SHORTEST = 4;

  /** From this length on two letters may differ. */
  private static final int LONG = 6;

  private NameSlip() {}

  /** Whether two names differ by a slip of the hand: a letter, or two of a long name. */
  public static boolean alike(String one, String other) {
    return alike(one, other, SHORTEST);
  }

  /**
   * The same.
   *
   * @param shortest a name with fewer letters is like no other
   */
  static boolean alike(String one, String other, int shortest) {
    String first = folded(one);
    String second = folded(other);
    int shorter = Math.min(first.length(), second.length());
    return !plain(one).equals(plain(other))
        && shorter >= shortest
        && distance(first, second) <= (shorter >= LONG ? 2 : 1);
  }

  /** Without marks on letters: "Jürgen" and "Juergen" are typed for one another. */
  static String folded(String name) {
    String spelled =
        Normalizer.normalize(plain(name), Normalizer.Form.NFC)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ø", "oe")
            .replace("ß", "ss");
    return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** Whether only letters differ: whoever has kim1 and kim2 may have both. */
  public static boolean slipOfLetters(String one, String other) {
    return alike(one, other) && digits(one).equals(digits(other));
  }

  private static String digits(String name) {
    return name.replaceAll("[^0-9]", "");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** How many letters are put in, left out, exchanged or swapped with the next one. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= other.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
