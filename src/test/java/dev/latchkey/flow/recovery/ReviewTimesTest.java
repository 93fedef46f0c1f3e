package dev.latchkey.flow.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.WorkingDays;
import dev.latchkey.store.DeskFigures.Review;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ReviewTimesTest {
  private static final WorkingDays WEEK =
      new WorkingDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), ZoneId.of("UTC"));

  /** A Thursday. */
  private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

  @Test
  void nineInTenTookNoLonger() {
    assertThat(times(answered(1, 20)).usual()).contains(Duration.ofHours(18));
    assertThat(times(answered(1, 19)).usual()).isEmpty();
  }

  @Test
  void whoStillWaitsTakesLongerThanTheyHaveWaited() {
    List<Review> reviews = new ArrayList<>(answered(1, 20));
    reviews.add(waiting(Duration.ofHours(1)));
    assertThat(times(reviews).usual()).contains(Duration.ofHours(19));

    IntStream.range(0, 2).forEach(i -> reviews.add(waiting(Duration.ofHours(40))));
    assertThat(times(reviews).usual()).contains(Duration.ofHours(20));
  }

  @Test
  void nothingIsToldWhenMoreThanOneInTenHaveWaitedLongerThanAnybodyDid() {
    List<Review> reviews = new ArrayList<>(answered(1, 20));
    IntStream.range(0, 5).forEach(i -> reviews.add(waiting(Duration.ofHours(40))));

    assertThat(times(reviews).usual()).isEmpty();
  }

  @Test
  void theLastOnesCountWhenTheyTakeLonger() {
    List<Review> reviews = new ArrayList<>();
    // A quarter of short ones, then a week in which a colleague is away.
    IntStream.range(0, 400).forEach(i -> reviews.add(answered(Duration.ofDays(30), 2)));
    IntStream.range(0, 30).forEach(i -> reviews.add(answered(Duration.ofDays(1), 50)));

    assertThat(times(reviews).usual()).contains(Duration.ofHours(50));
  }

  @Test
  void aQueueIsAnsweredAsFastAsInTheBusiestWeek() {
    List<Review> reviews = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> reviews.add(answered(Duration.ofDays(30 + i % 5), 2)));
    IntStream.range(0, 4).forEach(i -> reviews.add(waiting(Duration.ofHours(2))));

    // Ten in a week of five days are two a day.
    assertThat(times(reviews).queue(NOW)).isEqualTo(Duration.ofDays(2));
    assertThat(times(reviews).queue(NOW.minus(Duration.ofHours(3)))).isZero();
  }

  @Test
  void aLevelHasItsOwnTimes() {
    List<Review> reviews = new ArrayList<>(answered(1, 20));
    reviews.add(new Review(Optional.of("HIGH"), NOW.minus(Duration.ofDays(9)), true, NOW));

    assertThat(times(reviews, Optional.of("STANDARD")).usual()).contains(Duration.ofHours(18));
    assertThat(times(reviews, Optional.of("HIGH")).usual()).isEmpty();
  }

  @Test
  void onWorkingDaysAWeekendTakesNoTime() {
    List<Review> reviews =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Review(
                        Optional.of("STANDARD"),
                        Instant.parse("2026-02-27T18:00:00Z"),
                        true,
                        Instant.parse("2026-03-02T09:00:00Z")))
            .toList();

    assertThat(times(reviews).usual()).contains(Duration.ofHours(15));
  }

  private static ReviewTimes times(List<Review> reviews) {
    return times(reviews, Optional.empty());
  }

  private static ReviewTimes times(List<Review> reviews, Optional<String> level) {
    return ReviewTimes.byLevel(reviews, WEEK, NOW).getOrDefault(level, ReviewTimes.NONE);
  }

  /** Answered after so many hours each. */
  private static List<Review> answered(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(hours -> answered(Duration.ofDays(1), hours))
        .toList();
  }

  private static Review answered(Duration ago, int hours) {
    Instant until = NOW.minus(ago);
    return new Review(Optional.of("STANDARD"), until.minus(Duration.ofHours(hours)), true, until);
  }

  private static Review waiting(Duration time) {
    Instant since = NOW.minus(time);
    return new Review(Optional.of("STANDARD"), since, false, since);
  }
}
