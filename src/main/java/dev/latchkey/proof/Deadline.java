package dev.latchkey.proof;

import java.time.Duration;

/** When a look has to end, by a clock that nobody sets. */
final class Deadline {
  private final long at;

  private Deadline(long at) {
    this.at = at;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * What is left of the time, more than nothing.
   *
   * @throws CannotLookException when it is over
   */
  Duration left() throws CannotLookException {
    long nanos = at - System.nanoTime();
    if (nanos <= 0) {
      throw new CannotLookException(Obstacle.AWAY);
    }
    return Duration.ofNanos(nanos);
  }

  /**
   * The same in whole milliseconds for a socket, at least one of the {@code parts}.
   *
   * @param parts how many attempts share what is left
   */
  int millis(int parts) throws CannotLookException {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left().toMillis() / parts));
  }
}
