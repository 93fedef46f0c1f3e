package dev.latchkey.watch;

import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.FigureViews;
import dev.latchkey.store.PastFigures;
import dev.latchkey.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Looks at the desk through its database; whichever process asks sees the same. */
public final class Lookout {
  private final FigureViews views;
  private final WaitingTime waiting;
  private final ClockCheck clocks;
  private final InstantSource clock;

  public Lookout(FigureViews views, WaitingTime waiting, ClockCheck clocks, InstantSource clock) {
    this.views = views;
    this.waiting = waiting;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * Looks now.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public Glance look() {
    Instant now = clock.instant();
    return new Glance(views.read(now), waiting.lately(now), views.orders(), clocks.apart());
  }

  /**
   * What happened lately, whole days of UTC and the one that is not over.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public PastFigures past(int days) {
    Instant now = clock.instant();
    return views.past(now.minus(Duration.ofDays(days - 1L)), now);
  }
}
