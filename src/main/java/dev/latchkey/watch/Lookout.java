package dev.latchkey.watch;

import dev.latchkey.flow.UnprovableAccounts;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.flow.recovery.WaitingTime.Lately;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.FigureViews;
import dev.latchkey.store.Figures;
import dev.latchkey.store.PastFigures;
import dev.latchkey.store.WithoutCodes;
import dev.latchkey.store.database.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the desk through its database; whichever process asks sees the same. */
public final class Lookout {
  /** So many requests without codes are told of. */
  private static final int MOST = 20;

  private final FigureViews views;
  private final WaitingTime waiting;
  private final ClockCheck clocks;
  private final UnprovableAccounts accounts;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param accounts asked only where no code could go out for one
   * @param zone whose days are told
   */
  public Lookout(
      FigureViews views,
      WaitingTime waiting,
      ClockCheck clocks,
      UnprovableAccounts accounts,
      InstantSource clock,
      ZoneId zone) {
    this.accounts = accounts;
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
    return glance(views.read(now), waiting.lately(now));
  }

  /**
   * Looks at what waits alone: not at who decided and how long things took in the last quarter,
   * which takes the longer the more was done.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public Glance lookAtWhatWaits() {
    return glance(views.whatWaits(clock.instant()), Map.of());
  }

  private Glance glance(Figures figures, Map<Optional<String>, Lately> reviews) {
    return new Glance(
        figures, reviews, views.orders(), withoutCodes(), clocks.apart(), views.heldBack());
  }

  private List<NoCode> withoutCodes() {
    List<WithoutCodes> waiting = views.withoutCodes(MOST);
    Map<String, Optional<String>> why =
        accounts.among(
            waiting.stream().map(WithoutCodes::account).collect(Collectors.toUnmodifiableSet()));
    return waiting.stream()
        .filter(one -> why.containsKey(one.account()))
        .map(
            one ->
                new NoCode(
                    one.ticket(), one.account(), why.getOrDefault(one.account(), Optional.empty())))
        .toList();
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
