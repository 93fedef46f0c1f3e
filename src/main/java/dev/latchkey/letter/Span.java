package dev.latchkey.letter;

import java.time.Duration;

/**
 * How long comparable tickets took lately, from the desk's own history.
 *
 * @param median half of them took no longer
 * @param ninetieth nine in ten took no longer
 */
public record Span(Duration median, Duration ninetieth) {
  public Span {
    if (median.isNegative() || ninetieth.compareTo(median) < 0) {
      throw new IllegalArgumentException("a span is not negative and ends after its middle");
    }
  }
}
