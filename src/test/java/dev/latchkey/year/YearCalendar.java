package dev.latchkey.year;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * When people ask for a recovery: fewer on weekends and in summer, many on the Monday after a
 * conference, a flood in two days after an incident.
 *
 * @param first a Monday
 */
record YearCalendar(LocalDate first, int days, int requests) {
  /** Of a whole year's requests, how many the incident brings, and the Monday. */
  private static final double FLOOD = 80.0 / 2200;

  private static final double CONFERENCE = 30.0 / 2200;

  /** The moments, in order. */
  List<Instant> arrivals(RandomGenerator random) {
    int incident = days * 7 / 10;
    int monday = days * 4 / 10 / 7 * 7;
    // A burst is as large in a part of a year: it is what the desk has to stand.
    int flood = (int) Math.round(FLOOD * 2200 * Math.min(1, requests / 1000.0));
    int conference = (int) Math.round(CONFERENCE * 2200 * Math.min(1, requests / 1000.0));
    double[] weights = IntStream.range(0, days).mapToDouble(this::weight).toArray();
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      int day =
          i < flood ? incident + i % 2 : i < flood + conference ? monday : draw(weights, random);
      moments.add(
          first
              .plusDays(day)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC)
              .plus(Duration.ofMinutes(hour(random) * 60L + random.nextInt(60))));
    }
    return moments.stream().sorted().toList();
  }

  private double weight(int day) {
    LocalDate date = first.plusDays(day);
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    double season = 1 + 0.25 * Math.cos(2 * Math.PI * date.getDayOfYear() / 365);
    return (weekend ? 0.45 : 1) * season;
  }

  /** People everywhere, somewhat more by day. */
  private static int hour(RandomGenerator random) {
    return random.nextInt(4) == 0 ? random.nextInt(24) : 6 + random.nextInt(15);
  }

  private static int draw(double[] weights, RandomGenerator random) {
    double drawn =
        random.nextDouble() * IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    for (int i = 0; i < weights.length; i++) {
      drawn -= weights[i];
      if (drawn < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
