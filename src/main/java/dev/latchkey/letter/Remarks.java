package dev.latchkey.letter;

import java.time.Instant;
import java.util.Optional;

/**
 * What is said around a letter, whatever its kind.
 *
 * @param last the recipient hears no more of this {@link MailClass} today
 * @param late when the mail came that it answers, where that is long ago; the recipient wrote it
 * @param next what is said below one that {@linkplain LetsWait lets its reader wait}
 */
public record Remarks(boolean last, Optional<Instant> late, NextDays next) {
  /** Nothing is said. */
  public static final Remarks NONE = new Remarks(false, Optional.empty(), NextDays.NONE);

  /**
   * The days that a requester may rely on.
   *
   * @param word by when they hear of us at the latest, whatever happens
   * @param deadline until when we wait for them, where it is their turn
   */
  public record NextDays(Optional<Instant> word, Optional<Instant> deadline) {
    /** None is known. */
    public static final NextDays NONE = new NextDays(Optional.empty(), Optional.empty());
  }

  /** These, and that it is the last for today. */
  public Remarks asLast() {
    return new Remarks(true, late, next);
  }

  /** These, and that it answers what came then. */
  public Remarks asLate(Instant came) {
    return new Remarks(last, Optional.of(came), next);
  }

  /** These, with such days. */
  public Remarks withNext(NextDays days) {
    return new Remarks(last, late, days);
  }
}
