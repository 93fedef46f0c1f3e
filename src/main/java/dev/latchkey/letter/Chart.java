package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import java.util.List;

/**
 * Numbers that a letter shows as a small picture, too; the same stand in its text.
 *
 * @param bars from left to right
 */
public record Chart(List<Bar> bars) {
  public Chart {
    bars = List.copyOf(bars);
  }

  /** A number and what it counts. */
  public record Bar(Phrase what, int count) {}
}
