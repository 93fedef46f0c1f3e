package dev.latchkey.letter;

import java.time.Instant;
import java.util.Optional;

/**
 * What is said around a letter, whatever its kind.
 *
 * @param last the recipient hears no more of this {@link MailClass} today
 * @param late when the mail came that it answers, where that is long ago; the recipient wrote it
 */
public record Remarks(boolean last, Optional<Instant> late) {
  /** Nothing is said. */
  public static final Remarks NONE = new Remarks(false, Optional.empty());

  /** These, and that it is the last for today. */
  public Remarks asLast() {
    return new Remarks(true, late);
  }
}
