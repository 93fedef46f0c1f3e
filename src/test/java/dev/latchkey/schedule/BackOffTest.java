package dev.latchkey.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
  /** Takes nothing off. */
  private static final RandomGenerator NOTHING =
      new Random() {
        private static final long serialVersionUID = 1;

        @Override
        public long nextLong(long bound) {
          return 0;
        }
      };

  @Test
  void theDelayDoublesUpToFifteenMinutes() {
    BackOff backOff = new BackOff(Duration.ofSeconds(15), NOTHING);
    assertThat(backOff.after(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(backOff.after(2)).isEqualTo(Duration.ofMinutes(1));
    assertThat(backOff.after(6)).isEqualTo(Duration.ofMinutes(15));
    assertThat(backOff.after(1_000_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void anIntervalAboveFifteenMinutesStays() {
    assertThat(new BackOff(Duration.ofHours(1), NOTHING).after(3)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void chanceTakesOffAQuarterAtMost() {
    BackOff backOff = new BackOff(Duration.ofSeconds(20), new Random(7));
    for (int i = 0; i < 1_000; i++) {
      assertThat(backOff.after(1)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
    }
  }
}
