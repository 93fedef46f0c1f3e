package dev.latchkey.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that the demo moves: it stands still, or runs on from where it was set. */
final class DemoClock implements InstantSource {
  private Instant moment;
  private final InstantSource real;
  private Instant since;
  private boolean running;

  DemoClock(Instant moment, InstantSource real) {
    this.moment = moment;
    this.real = real;
    this.since = real.instant();
  }

  @Override
  public synchronized Instant instant() {
    return running ? moment.plus(Duration.between(since, real.instant())) : moment;
  }

  synchronized void forward(Duration by) {
    moment = moment.plus(by);
  }

  /** From now on it runs as the real one does. */
  synchronized void run() {
    since = real.instant();
    running = true;
  }
}
