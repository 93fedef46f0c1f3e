package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.loop.Pulse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchersTest {
  private long nanos = -7;
  private final Pulse pulse = new Pulse(() -> nanos);

  private boolean after(Duration time) {
    nanos += time.toNanos();
    return Watchers.goesOn(pulse.silences());
  }

  @Test
  void aDeskGoesOnWhileBothLoopsGiveSigns() {
    pulse.beat(Pulse.POLL);
    pulse.beat(Pulse.WORK);
    assertThat(after(Duration.ofMinutes(14))).isTrue();
    pulse.beat(Pulse.POLL);
    assertThat(after(Duration.ofMinutes(2))).as("nothing is worked on").isFalse();
    pulse.beat(Pulse.WORK);
    assertThat(after(Duration.ZERO)).as("it was a long batch").isTrue();
    pulse.beat(Pulse.WORK);
    assertThat(after(Duration.ofMinutes(14))).as("nothing is taken in").isFalse();
  }

  @Test
  void aLoopThatNeverBeganDoesNotGoOn() {
    pulse.beat(Pulse.WORK);
    assertThat(after(Duration.ZERO)).isFalse();
  }
}
