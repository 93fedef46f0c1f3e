package dev.latchkey.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** How long a test waits for anything at most; it looks again and again until then. */
final class Deadline {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final long end;

  Deadline(Duration fromNow) {
    this.end = System.nanoTime() + fromNow.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  /**
   * What {@code look} finds, as soon as it finds something.
   *
   * @throws AssertionError when it does not in time
   */
  <T> T await(String what, Callable<Optional<T>> look) throws Exception {
    while (true) {
      boolean last = isOver();
      Optional<T> found = look.call();
      if (found.isPresent()) {
        return found.get();
      }
      if (last) {
        throw new AssertionError("in vain waited for " + what);
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }
}
