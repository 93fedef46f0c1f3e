package dev.latchkey.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A clock that somebody moves, for the demo and for tests. It behaves like a real one all the same:
 * it never stands on a whole second, and time has passed between any two looks at it.
 */
public final class MovedClock implements InstantSource {
  private static final Duration OFF_THE_SECOND = Duration.ofNanos(398_814_127);

  /** Odd in microseconds, and with a rest that the database does not keep. */
  private static final Duration BETWEEN_LOOKS = Duration.ofNanos(137_031);

  private Instant moment;

  /**
   * @param about the moment at which it begins, to the second
   */
  public MovedClock(Instant about) {
    this.moment = about.plus(OFF_THE_SECOND);
  }

  @Override
  public synchronized Instant instant() {
    moment = moment.plus(BETWEEN_LOOKS);
    if (moment.equals(moment.truncatedTo(ChronoUnit.SECONDS))) {
      moment = moment.plus(BETWEEN_LOOKS);
    }
    return moment;
  }

  /** Sets it to within the second that begins {@code about} then. */
  public synchronized void set(Instant about) {
    moment = about.plus(OFF_THE_SECOND);
  }

  /** Lets so much time pass at once. */
  public synchronized void forward(Duration by) {
    moment = moment.plus(by);
  }
}
