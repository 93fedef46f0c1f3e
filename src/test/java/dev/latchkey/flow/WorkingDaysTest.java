package dev.latchkey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class WorkingDaysTest {
  private static final WorkingDays WEEK =
      new WorkingDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), ZoneId.of("UTC"));
  private static final Instant FRIDAY = Instant.parse("2026-03-06T15:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2026-03-08T12:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-03-09T10:00:00Z");

  @Test
  void aWeekendIsNoTimeToWork() {
    assertThat(WEEK.between(FRIDAY, MONDAY)).isEqualTo(Duration.ofHours(19));
    assertThat(WEEK.between(SUNDAY, MONDAY)).isEqualTo(Duration.ofHours(10));
    assertThat(WEEK.between(MONDAY, FRIDAY)).isZero();
  }

  @Test
  void whatFridayLeavesIsDoneOnMonday() {
    assertThat(WEEK.after(FRIDAY, Duration.ofHours(19))).isEqualTo(MONDAY);
    assertThat(WEEK.after(SUNDAY, Duration.ofHours(10))).isEqualTo(MONDAY);
    assertThat(WEEK.after(FRIDAY, Duration.ofHours(9)))
        .isEqualTo(Instant.parse("2026-03-07T00:00:00Z"));
  }

  @Test
  void aDayOfWorkBeforeMondayBeganOnFriday() {
    assertThat(WEEK.before(MONDAY, Duration.ofHours(19))).isEqualTo(FRIDAY);
    assertThat(WEEK.before(MONDAY, Duration.ofHours(10)))
        .isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
    assertThat(WEEK.before(SUNDAY, Duration.ofHours(9))).isEqualTo(FRIDAY);
    assertThat(WEEK.before(MONDAY, Duration.ofDays(1)))
        .isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));
  }

  @Test
  void nothingToDoEndsAtOnceOrWhenWorkBegins() {
    assertThat(WEEK.after(FRIDAY, Duration.ZERO)).isEqualTo(FRIDAY);
    assertThat(WEEK.after(SUNDAY, Duration.ZERO)).isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
  }

  @Test
  void aDayEndsWhereThePeopleAre() {
    WorkingDays berlin = new WorkingDays(Set.of(DayOfWeek.FRIDAY), ZoneId.of("Europe/Berlin"));

    assertThat(berlin.endOfDay(FRIDAY)).isEqualTo(Instant.parse("2026-03-06T22:59:59Z"));
    // In Berlin the clock goes on by an hour that night.
    assertThat(berlin.endOfDay(Instant.parse("2026-03-29T00:30:00Z")))
        .isEqualTo(Instant.parse("2026-03-29T21:59:59Z"));
  }

  @Test
  void whoNamesNoDayWorksOnAllOfThem() {
    WorkingDays always = new WorkingDays(Set.of(), ZoneId.of("UTC"));

    assertThat(always.between(FRIDAY, MONDAY)).isEqualTo(Duration.between(FRIDAY, MONDAY));
  }
}
