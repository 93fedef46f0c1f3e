package dev.latchkey.watch;

import dev.latchkey.store.Figures;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.watch.Checkup.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of a gauge.
 *
 * @param labels words of the program, never of a person
 */
record Sample(DeskGauge gauge, Map<String, String> labels, double value) {
  /** Before it is known. */
  private static final String NO_LEVEL = "none";

  Sample {
    labels = Map.copyOf(labels);
  }

  /** All values that a look at the desk gives. */
  static List<Sample> of(Glance glance) {
    Figures figures = glance.figures();
    List<Sample> samples = new ArrayList<>();
    samples.add(of(DeskGauge.DATABASE_UP, 1));
    samples.add(
        of(DeskGauge.CLOCK_AHEAD_SECONDS, seconds(glance.clockAhead().orElse(Duration.ZERO))));
    figures.lastPoll().ifPresent(at -> samples.add(age(DeskGauge.POLL_AGE_SECONDS, glance, at)));
    tickets(glance, samples);
    staff(glance, samples);
    mails(glance, samples);
    letters(glance, samples);
    samples.add(of(DeskGauge.DUE_LATE, figures.followUpsLate() + figures.ordersLate()));
    figures
        .ways()
        .decision()
        .ifPresent(it -> samples.add(of(DeskGauge.DECISION_MEDIAN_SECONDS, seconds(it))));
    figures
        .ways()
        .recovery()
        .ifPresent(it -> samples.add(of(DeskGauge.RECOVERY_MEDIAN_SECONDS, seconds(it))));
    lastDay(figures.lastDay(), samples);
    return samples;
  }

  /** What a check-up gives. */
  static List<Sample> of(Checkup checkup) {
    return checkup.signs().stream()
        .map(
            sign ->
                new Sample(
                    DeskGauge.HEALTHY,
                    Map.of("check", sign.name()),
                    sign.verdict() == Verdict.FAIL ? 0 : 1))
        .toList();
  }

  private static Sample of(DeskGauge gauge, long count) {
    return of(gauge, (double) count);
  }

  static Sample of(DeskGauge gauge, double value) {
    return new Sample(gauge, Map.of(), value);
  }

  private static void tickets(Glance glance, List<Sample> samples) {
    Map<TicketState, Instant> oldest =
        glance.figures().standing().stream()
            .collect(
                Collectors.toMap(
                    Figures.Standing::state,
                    Figures.Standing::since,
                    (one, other) -> one.isBefore(other) ? one : other));
    for (Figures.Standing one : glance.figures().standing()) {
      samples.add(
          new Sample(
              DeskGauge.TICKETS,
              Map.of("state", word(one.state()), "level", word(one.level())),
              one.tickets()));
    }
    oldest.forEach(
        (state, since) ->
            samples.add(
                new Sample(
                    DeskGauge.TICKETS_OLDEST_SECONDS,
                    Map.of("state", word(state)),
                    seconds(glance.ago(since)))));
  }

  private static void staff(Glance glance, List<Sample> samples) {
    Figures figures = glance.figures();
    samples.add(
        of(
            DeskGauge.REVIEW_OLDEST_SECONDS,
            figures.longest().map(it -> seconds(glance.ago(it.since()))).orElse(0.0)));
    samples.add(of(DeskGauge.PROMISES_MISSED, figures.promisesMissed()));
    samples.add(
        of(
            DeskGauge.STAFF_TICKETS_UNASSIGNED,
            figures.staff().stream()
                .filter(one -> one.member().isEmpty())
                .mapToLong(Figures.Staff::tickets)
                .sum()));
    glance
        .reviews()
        .forEach(
            (level, lately) -> {
              Map<String, String> labels = Map.of("level", level.map(Sample::word).orElse("all"));
              add(samples, DeskGauge.REVIEW_MEDIAN_SECONDS, labels, lately.median());
              add(samples, DeskGauge.REVIEW_USUAL_SECONDS, labels, lately.usual());
            });
  }

  private static void add(
      List<Sample> samples,
      DeskGauge gauge,
      Map<String, String> labels,
      Optional<Duration> measured) {
    measured.ifPresent(it -> samples.add(new Sample(gauge, labels, seconds(it))));
  }

  private static void mails(Glance glance, List<Sample> samples) {
    Figures.Mails mails = glance.figures().mails();
    samples.add(of(DeskGauge.MAILS_WAITING, mails.waiting()));
    samples.add(
        of(
            DeskGauge.MAILS_WAITING_OLDEST_SECONDS,
            mails.waitingSince().map(it -> seconds(glance.ago(it))).orElse(0.0)));
    samples.add(of(DeskGauge.MAILS_QUARANTINED, mails.aside()));
    samples.add(of(DeskGauge.MAILS_UNREADABLE, mails.unreadable()));
    glance
        .figures()
        .ways()
        .handling()
        .ifPresent(it -> samples.add(of(DeskGauge.MAILS_HANDLING_MEDIAN_SECONDS, seconds(it))));
  }

  private static void letters(Glance glance, List<Sample> samples) {
    Figures.Letters letters = glance.figures().letters();
    Map.of(
            "pending", letters.pending(),
            "late", letters.late(),
            "over_budget", letters.overBudget(),
            "parked", letters.parked())
        .forEach(
            (state, count) ->
                samples.add(new Sample(DeskGauge.LETTERS, Map.of("state", state), count)));
    samples.add(
        of(
            DeskGauge.LETTERS_OLDEST_SECONDS,
            letters.pendingSince().map(it -> seconds(glance.ago(it))).orElse(0.0)));
  }

  private static void lastDay(Figures.LastDay day, List<Sample> samples) {
    samples.add(of(DeskGauge.LAST_DAY_MAILS, day.mails()));
    samples.add(
        new Sample(DeskGauge.LAST_DAY_OPENED, Map.of("concern", "recovery"), day.recoveries()));
    samples.add(
        new Sample(DeskGauge.LAST_DAY_OPENED, Map.of("concern", "inquiry"), day.inquiries()));
    for (TicketState state : TicketState.values()) {
      if (state.closed()) {
        samples.add(
            new Sample(
                DeskGauge.LAST_DAY_CLOSED,
                Map.of("outcome", word(state)),
                day.closed().getOrDefault(state, 0L)));
      }
    }
  }

  private static Sample age(DeskGauge gauge, Glance glance, Instant since) {
    return of(gauge, seconds(glance.ago(since)));
  }

  private static String word(Optional<String> level) {
    return level.map(Sample::word).orElse(NO_LEVEL);
  }

  private static String word(TicketState state) {
    return word(state.name());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
