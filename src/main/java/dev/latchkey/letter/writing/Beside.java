package dev.latchkey.letter.writing;

import dev.latchkey.letter.Letter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Other letters to the same reader at the same moment, whose words stand in one with a letter: the
 * greeting and the foot come once.
 *
 * @param above what stands before its own words, in the order in which it is read
 * @param below what stands behind them
 */
public record Beside(List<Letter> above, List<Letter> below) {
  /** The letter stands alone. */
  public static final Beside NONE = new Beside(List.of(), List.of());

  public Beside {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** All of it, in the order in which it is read. */
  public List<Letter> around(Letter letter) {
    return Stream.of(above.stream(), Stream.of(letter), below.stream())
        .flatMap(letters -> letters)
        .toList();
  }
}
