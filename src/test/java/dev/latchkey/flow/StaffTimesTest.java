package dev.latchkey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class StaffTimesTest {
  private static final StaffTimes USUAL = StaffTimes.USUAL;
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00.000411Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T10:00:00.000411Z");

  @Test
  void theDigestOfTomorrowLeavesADayToStopWhatComesInThreeDays() {
    assertThat(USUAL.digestComesInTime(MONDAY, MONDAY.plusSeconds(72 * 3600))).isTrue();
  }

  @Test
  void whatComesOnTheDayOfTheDigestIsTooNear() {
    assertThat(USUAL.digestComesInTime(MONDAY, MONDAY)).isFalse();
    assertThat(USUAL.digestComesInTime(MONDAY, MONDAY.plusSeconds(24 * 3600))).isFalse();
  }

  @Test
  void theDigestOfTheSameMorningWasWrittenBefore() {
    Instant tuesday = Instant.parse("2026-03-03T08:00:00Z");

    assertThat(USUAL.digestComesInTime(tuesday.minusNanos(1), tuesday.plusSeconds(24 * 3600)))
        .isTrue();
    assertThat(USUAL.digestComesInTime(tuesday, tuesday.plusSeconds(24 * 3600))).isFalse();
  }

  @Test
  void noDigestIsWrittenOnAWeekend() {
    assertThat(USUAL.digestComesInTime(FRIDAY, FRIDAY.plusSeconds(72 * 3600))).isFalse();
    assertThat(USUAL.digestComesInTime(FRIDAY, FRIDAY.plusSeconds(7 * 24 * 3600))).isTrue();
  }

  @Test
  void withoutDaysNoneComesEver() {
    StaffTimes never =
        new StaffTimes(
            LocalTime.of(8, 0), Set.of(), ZoneId.of("UTC"), USUAL.escalateAfter(), List.of());

    assertThat(never.digestComesInTime(MONDAY, MONDAY.plusSeconds(30 * 24 * 3600))).isFalse();
  }
}
