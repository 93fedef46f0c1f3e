package dev.latchkey.flow.recovery;

import dev.latchkey.flow.WorkingDays;
import dev.latchkey.store.DeskFigures.Review;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

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

  /** Nobody was answered, and nobody waits. */
  static final ReviewTimes NONE = new Tally().times();

  /**
   * Counts them: all together under the empty level, and those of each level.
   *
   * @param reviews in no order
   */
  static Map<Optional<String>, ReviewTimes> byLevel(
      List<Review> reviews, WorkingDays days, Instant now) {
    Map<Optional<String>, Tally> tallies = new HashMap<>();
    Tally all = new Tally();
    for (Review one : reviews) {
      Duration work = days.between(one.since(), one.answered() ? one.until() : now);
      long took = ((work.toNanos() / 1000) << 1) | (one.answered() ? 0 : 1);
      all.add(one, took);
      if (one.level().isPresent()) {
        tallies.computeIfAbsent(one.level(), level -> new Tally()).add(one, took);
      }
    }
    tallies.put(Optional.empty(), all);
    Map<Optional<String>, ReviewTimes> times = new HashMap<>();
    tallies.forEach((level, tally) -> times.put(level, tally.times()));
    return times;
  }

  /**
   * Some of them, in columns of numbers. What one took is a number that is the larger the longer it
   * was: microseconds and, below them, a bit for one that still waits, which comes after one that
   * ended in the same time.
   */
  private static final class Tally {
    private final List<Instant> waiting = new ArrayList<>();
    private final PriorityQueue<Ended> last =
        new PriorityQueue<>(Comparator.comparingLong(Ended::at));
    private long[] took = new long[16];
    private int count;
    private long[] ends = new long[16];
    private int answered;

    private record Ended(long at, long took) {}

    void add(Review one, long took) {
      this.took = with(this.took, count++, took);
      if (!one.answered()) {
        waiting.add(one.since());
        return;
      }
      long at = ChronoUnit.MICROS.between(Instant.EPOCH, one.until());
      ends = with(ends, answered++, at);
      last.add(new Ended(at, took));
      if (last.size() > LAST) {
        last.remove();
      }
    }

    private static long[] with(long[] numbers, int index, long number) {
      long[] room = index < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * index);
      room[index] = number;
      return room;
    }

    ReviewTimes times() {
      long[] all = Arrays.stream(took, 0, count).sorted().toArray();
      long[] lately =
          LongStream.concat(
                  last.stream().mapToLong(Ended::took),
                  Arrays.stream(all).filter(one -> !ended(one)))
              .sorted()
              .toArray();
      return new ReviewTimes(
          answered < FEWEST ? Optional.empty() : usual(all, lately),
          percentile(all, HALF),
          answered,
          busiestWeek(Arrays.copyOf(ends, answered)),
          List.copyOf(waiting));
    }
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
    double daysNeeded = busiestWeek == 0 ? 0 : WORKING_DAYS_OF_WEEK * before / busiestWeek;
    return Duration.ofMinutes(Math.round(daysNeeded * Duration.ofDays(1).toMinutes()));
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
