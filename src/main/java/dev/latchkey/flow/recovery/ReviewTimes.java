package dev.latchkey.flow.recovery;

import dev.latchkey.flow.WorkingDays;
import dev.latchkey.store.DeskFigures.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long requests lie before the staff, by those that were answered lately and those that still
 * wait: of the latter it is known that they take longer than they have waited (the estimate of
 * Kaplan and Meier). All that is told errs to the long side.
 *
 * @param reviews in no order, and many: they are not copied, and nobody changes them
 */
record ReviewTimes(List<Review> reviews, WorkingDays days, Instant now) {
  /** Below this, a span would be chance. */
  private static final int FEWEST = 20;

  /** What the last so many took counts as much as a quarter of a year: a colleague may be away. */
  private static final int LAST = 30;

  /** One in ten takes longer. */
  private static final double LONGER = 0.1;

  private static final double HALF = 0.5;

  private static final Duration WEEK = Duration.ofDays(7);
  private static final double WORKING_DAYS_OF_WEEK = 5;

  /** The same, for requests of one level only. */
  ReviewTimes of(String level) {
    return new ReviewTimes(
        reviews.stream().filter(one -> one.level().filter(level::equals).isPresent()).toList(),
        days,
        now);
  }

  /**
   * How much time on working days nine in ten needed: the larger of all, and of the last ones.
   * Empty while there is no telling.
   */
  Optional<Duration> usual() {
    List<Review> waiting = reviews.stream().filter(one -> !one.answered()).toList();
    List<Review> answered =
        reviews.stream()
            .filter(Review::answered)
            .sorted(Comparator.comparing(Review::until))
            .toList();
    if (answered.size() < FEWEST) {
      return Optional.empty();
    }
    List<Review> last =
        new ArrayList<>(answered.subList(Math.max(0, answered.size() - LAST), answered.size()));
    last.addAll(waiting);
    Duration longestWait =
        waiting.stream()
            .map(one -> took(one).work())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    Duration lately = percentile(last, LONGER).orElse(longestWait);
    return percentile(reviews, LONGER).map(all -> all.compareTo(lately) > 0 ? all : lately);
  }

  /** How much time on working days half of them needed; empty while there is no telling. */
  Optional<Duration> median() {
    return percentile(reviews, HALF);
  }

  /** How many were answered. */
  long answered() {
    return reviews.stream().filter(Review::answered).count();
  }

  /** How much time on working days those need that wait since before {@code since}. */
  Duration queue(Instant since) {
    long before =
        reviews.stream().filter(one -> !one.answered() && one.since().isBefore(since)).count();
    int week = busiestWeek();
    double daysNeeded = week == 0 ? 0 : WORKING_DAYS_OF_WEEK * before / week;
    return Duration.ofMinutes(Math.round(daysNeeded * Duration.ofDays(1).toMinutes()));
  }

  /**
   * @param longer the share of those that take longer
   */
  private Optional<Duration> percentile(List<Review> some, double longer) {
    List<Took> sorted = some.stream().map(this::took).sorted(Took.ORDER).toList();
    double share = 1;
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).answered()) {
        share *= 1 - 1.0 / (sorted.size() - i);
        if (share <= longer + 1e-9) {
          return Optional.of(sorted.get(i).work());
        }
      }
    }
    return Optional.empty();
  }

  private Took took(Review one) {
    return new Took(days.between(one.since(), one.answered() ? one.until() : now), one.answered());
  }

  /** How long one took, or has taken so far. */
  private record Took(Duration work, boolean answered) {
    private static final Comparator<Took> ORDER =
        Comparator.comparing(Took::work).thenComparing(took -> !took.answered());
  }

  /** How many were answered in the busiest week: what the staff can do when they have to. */
  private int busiestWeek() {
    List<Instant> ends =
        reviews.stream().filter(Review::answered).map(Review::until).sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < ends.size(); last++) {
      while (!ends.get(first).plus(WEEK).isAfter(ends.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
