package dev.latchkey.crash;

import dev.latchkey.Desk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.loop.DeskLoops.Round;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A desk in a process of its own: works until nothing is left, or ends as by {@code kill -9} when a
 * point is reached for the n-th time.
 *
 * <p>Arguments: the six words of a {@link Place}, the moment it is, and a {@link Kill}.
 */
final class CrashingDesk {
  /** What a shell reports of a process that was killed. */
  static final int KILLED = 137;

  private static final int MOST_ROUNDS = 200;

  private CrashingDesk() {}

  /** Where to end: at the n-th hit of a point, counted from 1; never with n = 0. */
  record Kill(Failpoint point, int hit) {
    static final Kill NEVER = new Kill(Failpoint.MAIL_FETCHED, 0);
  }

  /** Ends this process at a point. */
  private static Failpoints failpoints(Kill kill) {
    AtomicInteger hits = new AtomicInteger();
    return point -> {
      if (point == kill.point() && hits.incrementAndGet() == kill.hit()) {
        Runtime.getRuntime().halt(KILLED);
      }
    };
  }

  public static void main(String[] words) {
    Place place = Place.of(List.of(words));
    Instant now = Instant.parse(words[6]);
    Kill kill = new Kill(Failpoint.valueOf(words[7]), Integer.parseInt(words[8]));
    try (Desk desk = place.openDesk(new MovedClock(now), failpoints(kill))) {
      for (int i = 0; i < MOST_ROUNDS; i++) {
        Round round = desk.loops().round();
        if (round.equals(new Round(0, 0, 0, 0, 0))) {
          return;
        }
      }
      throw new IllegalStateException("there is no end of work");
    }
  }
}
