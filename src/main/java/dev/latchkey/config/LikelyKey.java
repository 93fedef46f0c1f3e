package dev.latchkey.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which key somebody meant who wrote one that there is not. */
final class LikelyKey {
  /** A third of its letters may be wrong. */
  private static final int LETTERS_A_MISTAKE = 3;

  private LikelyKey() {}

  /** The nearest of those that are known, unless none is near. */
  static Optional<String> of(String wrong, Collection<String> known) {
    String plain = plain(wrong);
    int most = Math.max(1, plain.length() / LETTERS_A_MISTAKE);
    return known.stream()
        .filter(key -> distance(plain, plain(key)) <= most)
        .min(
            Comparator.comparingInt((String key) -> distance(plain, plain(key)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Dashes, underscores and the case of letters are easily mixed up. */
  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  /** Letters that are missing, too many, others, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        least = Math.min(least, steps[i - 1][j - 1] + replaced);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, steps[i - 2][j - 2] + 1);
        }
        steps[i][j] = least;
      }
    }
    return steps[a.length()][b.length()];
  }
}
