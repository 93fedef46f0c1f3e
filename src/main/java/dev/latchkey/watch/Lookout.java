package dev.latchkey.watch;

import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.FigureViews;
import dev.latchkey.store.PastFigures;
import dev.latchkey.store.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** Looks at the desk through its database; whichever process asks sees the same. */
public final class Lookout {
  private final FigureViews views;
  private final WaitingTime waiting;
  private final ClockCheck clocks;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone whose days are told
   */
  public Lookout(
      FigureViews views, WaitingTime waiting, ClockCheck clocks, InstantSource clock, ZoneId zone) {
    this.views = views;
    this.waiting = waiting;
    this.clocks = clocks;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Looks now.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public Glance look() {
    Instant now = clock.instant();
    return new Glance(
        views.read(now), waiting.lately(now), views.orders(), clocks.apart(), views.heldBack());
  }

  /**
   * What happened lately, whole days and the one that is not over.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public PastFigures past(int days) {
    return views.past(days, clock.instant(), zone);
  }
}
