package dev.latchkey.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of the mails are answered that stand in the mailbox when a desk starts for the first time.
 * At every later start all of them are.
 *
 * @param given from when on, where an operator says so
 * @param all whether every one is, read and answered ones too
 */
public record AnswerSince(Optional<Instant> given, boolean all) {
  /** What nobody has read within this time is not yet the past. */
  public static final Duration BEFORE_THE_START = Duration.ofDays(1);

  /** Those of the last day that nobody has read. */
  public static final AnswerSince USUAL = new AnswerSince(Optional.empty(), false);

  /** Every one, read and answered ones too. */
  public static final AnswerSince ALL = new AnswerSince(Optional.empty(), true);

  /** Those that arrived from a moment on and that nobody has read. */
  public static AnswerSince of(Instant moment) {
    return new AnswerSince(Optional.of(moment), false);
  }

  /** From when on, for a desk that starts for the first time now. */
  public Instant at(Instant firstStart) {
    return all ? Instant.EPOCH : given.orElseGet(() -> firstStart.minus(BEFORE_THE_START));
  }
}
