package dev.latchkey.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Test
  void theDelayDoublesUpToTheLongest() {
    BackOff backOff = new BackOff(Duration.ofSeconds(15), LONGEST);
    assertThat(backOff.after(1)).isEqualTo(Duration.ofSeconds(15));
    assertThat(backOff.after(2)).isEqualTo(Duration.ofSeconds(30));
    assertThat(backOff.after(6)).isEqualTo(Duration.ofMinutes(8));
    assertThat(backOff.after(7)).isEqualTo(LONGEST);
    assertThat(backOff.after(1_000_000)).isEqualTo(LONGEST);
  }

  @Test
  void aFirstDelayAboveTheLongestStays() {
    BackOff backOff = new BackOff(Duration.ofHours(1), LONGEST);
    assertThat(backOff.after(1)).isEqualTo(Duration.ofHours(1));
    assertThat(backOff.after(3)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void chanceAddsAQuarterAtMost() {
    BackOff backOff = new BackOff(Duration.ofSeconds(20), LONGEST);
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      assertThat(backOff.after(1, random))
          .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
    }
  }
}
