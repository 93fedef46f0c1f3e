package dev.latchkey.letter.writing;

import dev.latchkey.letter.Letter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Other letters to the same reader at the same moment, whose words stand in one with a letter: the
 * greeting and the foot come once.
 *
 * @param above what stands before its own words
 * @param below what stands behind them
 */
public record Beside(Optional<Letter> above, Optional<Letter> below) {
  /** The letter stands alone. */
  public static final Beside NONE = new Beside(Optional.empty(), Optional.empty());

  /** All of it, in the order in which it is read. */
  List<Letter> around(Letter letter) {
    return Stream.of(above.stream(), Stream.of(letter), below.stream())
        .flatMap(letters -> letters)
        .toList();
  }

  /** These, with words before the letter. */
  public Beside above(Letter other) {
    return new Beside(Optional.of(other), below);
  }

  /** These, with words behind the letter. */
  public Beside below(Letter other) {
    return new Beside(above, Optional.of(other));
  }
}
