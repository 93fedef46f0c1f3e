package dev.latchkey.flow.recovery;

import dev.latchkey.flow.WorkingDays;
import dev.latchkey.store.DeskFigures.Review;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * How long requests lie before the staff, by those that were answered lately and those that still
 * wait: of the latter it is known that they take longer than they have waited (the estimate of
 * Kaplan and Meier). All that is told errs to the long side. A large desk has a hundred thousand of
 * them: they are gone through once, as numbers, and only what is told of them is kept.
 *
 * @param usual how much time on working days nine in ten needed: the larger of all, and of the last
 *     ones. Empty while there is no telling
 * @param median how much half of them needed; empty while there is no telling
 * @param answered how many were answered
 * @param busiestWeek how many were answered in the busiest week: what the staff can do when they
 *     have to
 * @param waiting since when those lie that still wait
 */
record ReviewTimes(
    Optional<Duration> usual,
    Optional<Duration> median,
    int answered,
    int busiestWeek,
    List<Instant> waiting) {
  /** Below this, a span would be chance. */
  private static final int FEWEST = 20;

  /** What the last so many took counts as much as a quarter of a year: a colleague may be away. */
  private static final int LAST = 30;

  /** One in ten takes longer. */
  private static final double LONGER = 0.1;

  private static final double HALF = 0.5;

  private static final Duration WEEK = Duration.ofDays(7);
  private static final double WORKING_DAYS_OF_WEEK = 5;

  /**
   * Counts them.
   *
   * @param reviews in no order
   * @param level only those of this one; all of them when it is empty
   */
  static ReviewTimes of(
      List<Review> reviews, Optional<String> level, WorkingDays days, Instant now) {
    List<Review> waiting = new ArrayList<>();
    PriorityQueue<Review> last = new PriorityQueue<>(Comparator.comparing(Review::until));
    long[] took = new long[reviews.size()];
    long[] ends = new long[reviews.size()];
    int count = 0;
    int answered = 0;
    for (Review one : reviews) {
      if (level.isPresent() && !level.equals(one.level())) {
        continue;
      }
      took[count++] = took(one, days, now);
      if (!one.answered()) {
        waiting.add(one);
        continue;
      }
      ends[answered++] = ChronoUnit.MICROS.between(Instant.EPOCH, one.until());
      last.add(one);
      if (last.size() > LAST) {
        last.remove();
      }
    }
    long[] all = Arrays.copyOf(took, count);
    Arrays.sort(all);
    last.addAll(waiting);
    long[] lately = last.stream().mapToLong(one -> took(one, days, now)).sorted().toArray();
    return new ReviewTimes(
        answered < FEWEST ? Optional.empty() : usual(all, lately),
        percentile(all, HALF),
        answered,
        busiestWeek(Arrays.copyOf(ends, answered)),
        waiting.stream().map(Review::since).toList());
  }

  private static Optional<Duration> usual(long[] all, long[] lately) {
    Duration longestWait =
        Arrays.stream(lately)
            .filter(one -> !ended(one))
            .mapToObj(ReviewTimes::work)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    Duration ofLast = percentile(lately, LONGER).orElse(longestWait);
    return percentile(all, LONGER).map(it -> it.compareTo(ofLast) > 0 ? it : ofLast);
  }

  /** How much time on working days those need that wait since before {@code since}. */
  Duration queue(Instant since) {
    long before = waiting.stream().filter(one -> one.isBefore(since)).count();
    double daysNeeded =
        busiestWeek == 0 ? 0 : WORKING_DAYS_OF_WEEK * before / busiestWeek;
    return Duration.ofMinutes(Math.round(daysNeeded * Duration.ofDays(1).toMinutes()));
  }

  /**
   * What one took, as a number that is the larger the longer it was: microseconds and, below them,
   * a bit for one that still waits, which comes after one that ended in the same time.
   */
  private static long took(Review one, WorkingDays days, Instant now) {
    Duration work = days.between(one.since(), one.answered() ? one.until() : now);
    return work.toNanos() / 1000 << 1 | (one.answered() ? 0 : 1);
  }

  private static boolean ended(long took) {
    return (took & 1) == 0;
  }

  private static Duration work(long took) {
    return Duration.of(took >> 1, ChronoUnit.MICROS);
  }

  /**
   * @param sorted what each took, the shortest first
   * @param longer the share of those that take longer
   */
  private static Optional<Duration> percentile(long[] sorted, double longer) {
    double share = 1;
    for (int i = 0; i < sorted.length; i++) {
      if (ended(sorted[i])) {
        share *= 1 - 1.0 / (sorted.length - i);
        if (share <= longer + 1e-9) {
          return Optional.of(work(sorted[i]));
        }
      }
    }
    return Optional.empty();
  }

  private static int busiestWeek(long[] ends) {
    Arrays.sort(ends);
    long week = WEEK.toNanos() / 1000;
    int most = 0;
    int first = 0;
    for (int last = 0; last < ends.length; last++) {
      while (ends[first] + week <= ends[last]) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
