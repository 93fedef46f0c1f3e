package dev.latchkey.year;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.flow.WorkingDays;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.SimulatedDesk.Came;
import dev.latchkey.year.SimulatedDesk.Sent;
import dev.latchkey.year.YearFigures.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A year at the volume of the Python Package Index, on the desk that ships: 2,200 requests, a
 * handful of staff, one of them away for two weeks. A quarter of it, unless the property {@code
 * year} is {@code full}.
 */
class YearTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final Duration BY_DAY = Duration.ofHours(1).plusNanos(411_137_213);
  private static final Duration BETWEEN_COMMANDS = Duration.ofSeconds(47);
  private static final Duration BY_NIGHT = Duration.ofHours(3).plusNanos(122_731_907);

  /** One more than before every answer to a refusal, and every question, went to a person. */
  private static final int MAILS_A_DAY = 6;

  private static final List<TicketState> WAITING_FOR_STAFF =
      List.of(TicketState.IN_REVIEW, TicketState.EXECUTING);

  private static final WorkingDays WORKING_DAYS = StaffTimes.USUAL.workingDays();

  private static final Duration MONTH = Duration.ofDays(30);

  /** At night and on weekends, and what the commands of a round take. */
  static final Duration LONGEST_STEP = BY_NIGHT.multipliedBy(2);

  private static final Set<String> TO_CLAIMANTS =
      LetterKind.all().stream()
          .filter(LetterKind::toRequester)
          .map(LetterKind::name)
          .collect(Collectors.toSet());

  /** Notices that may say what a letter to who asked says otherwise. */
  private static final Map<String, String> TELL_BOTH =
      Map.of(
          "NOTICE_APPROVED", "APPROVED",
          "NOTICE_BACK_IN", "RECOVERED",
          "NOTICE_STOPPED", "UNDER_CHECK",
          "NOTICE_DISPUTED", "UNDER_CHECK");

  private final boolean full = System.getProperty("year", "").equals("full");
  private final int days = full ? 365 : 91;
  private final int requests = full ? 2200 : 550;

  @Test
  void whatTheDeskPromisesHoldsForAYear() throws Exception {
    long began = System.nanoTime();
    Random random = new Random(20_261_126);
    YearCalendar calendar = new YearCalendar(FIRST, days, requests);
    Townsfolk people = new Townsfolk(calendar.arrivals(random), random);
    YearFigures figures = new YearFigures();
    DateCheck dates = new DateCheck(LONGEST_STEP);
    Map<Long, Stand> stands = new HashMap<>();
    Office office = new Office(FIRST, days, id -> Optional.ofNullable(stands.get(id)));
    people.look(id -> Optional.ofNullable(stands.get(id)).map(Stand::state));
    Instant begin = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
    try (SimulatedDesk desk =
        new SimulatedDesk(YearTest.class, people.accounts(), office.addresses(), 20, begin)) {
      Instant end = begin.plus(Duration.ofDays(days + 20L));
      Instant month = begin;
      while (desk.now().isBefore(end)) {
        Instant now = desk.now();
        if (now.isAfter(month)) {
          // A desk that grows must not slow down.
          line("at " + now, Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
          month = month.plus(MONTH);
        }
        people.due(now).forEach(desk::put);
        for (PersonMail mail : office.work(now)) {
          desk.put(mail.at(desk.now()));
          Optional<String> by = Optional.of(mail.from());
          take(desk.round(), by, desk, people, office, figures, dates);
          take(desk.passes(BETWEEN_COMMANDS), by, desk, people, office, figures, dates);
        }
        take(desk.passes(step(now)), Optional.empty(), desk, people, office, figures, dates);
        stands.clear();
        stands.putAll(Stand.read(desk.column(Stand.ROWS)));
      }
      print(desk, office, figures, dates, stands, end, Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /** The desk looks every hour while the staff work, seldom at night and on weekends. */
  private static Duration step(Instant now) {
    ZonedDateTime time = now.atZone(ZoneOffset.UTC);
    boolean day = time.getHour() >= 7 && time.getHour() < 18;
    return day && Office.workingDay(time.toLocalDate()) ? BY_DAY : BY_NIGHT;
  }

  /**
   * @param commander who has just given a command: what comes back answers it
   */
  private void take(
      Came came,
      Optional<String> commander,
      SimulatedDesk desk,
      Townsfolk people,
      Office office,
      YearFigures figures,
      DateCheck dates) {
    Instant now = desk.now();
    figures.ended(came.ended());
    for (Sent letter : came.letters()) {
      String to = letter.mail().recipient().toString();
      people.got(letter, now);
      office.got(letter);
      boolean toClaimant =
          letter.ticketId().isPresent()
              && (TO_CLAIMANTS.contains(letter.kind()) || tellsBoth(letter, came));
      dates.sent(letter, toClaimant, now);
      if (office.addresses().contains(to)) {
        figures.toStaff(to, letter, now, commander.filter(to::equals).isPresent());
      } else if (toClaimant) {
        figures.toClaimant(letter, now);
      }
    }
  }

  /** An owner who asked themselves reads in one notice what others read in two letters. */
  private static boolean tellsBoth(Sent letter, Came came) {
    String instead = TELL_BOTH.get(letter.kind());
    return instead != null
        && came.letters().stream()
            .filter(other -> other.ticketId().equals(letter.ticketId()))
            .noneMatch(other -> other.kind().equals(instead));
  }

  private void print(
      SimulatedDesk desk,
      Office office,
      YearFigures figures,
      DateCheck dates,
      Map<Long, Stand> stands,
      Instant end,
      Duration took)
      throws Exception {
    Past past = new Past(desk);
    Promised.Count spans = figures.promised().count(past, end);
    Wait wait = figures.longestWait(past, end);
    dates.compare(past, end);
    line("requests", requests + " in " + days + " days");
    line("mails", figures.outcomes());
    line("refused commands", desk.reasons(Outcome.COMMAND_REFUSED));
    line("letters", figures.kinds());
    line(
        "letters not sent",
        desk.column(
            "SELECT CONCAT(COUNT(*), ' ', letter, ' ', state) FROM outbox WHERE state <> 'SENT'"
                + " GROUP BY letter, state"));
    Map<TicketState, Long> ends =
        stands.values().stream()
            .collect(Collectors.groupingBy(Stand::state, Collectors.counting()));
    line("tickets", ends);
    line(
        "promised day held",
        "%d of %d (%.1f %%), %d ended otherwise; half were told %d hours at most"
            .formatted(
                spans.held(),
                spans.told(),
                spans.share(),
                spans.other(),
                spans.median().toHours()));
    line("not held", spans.missed());
    Promised.Count usual = figures.promised().countUsual(past, end);
    line(
        "what nine in ten took, held",
        "%d of %d (%.1f %%); half were told %d hours at most"
            .formatted(usual.held(), usual.told(), usual.share(), usual.median().toHours()));
    line("not held, and not said", spans.unsaid());
    line("dates compared", dates.checked());
    line(
        "dates that were wrong",
        dates.wrong().size() + " " + dates.wrong().stream().limit(12).toList());
    line("longest wait without a word", wait);
    for (TicketState state : WAITING_FOR_STAFF) {
      line("working hours in " + state, past.worked(state, WORKING_DAYS));
    }
    List<LocalDate> working =
        FIRST.datesUntil(FIRST.plusDays(days)).filter(Office::workingDay).toList();
    for (String member : office.addresses()) {
      line(member, figures.mailbox(member, working));
      assertThat(figures.digests(member, working, 0.5)).as("digests a day").isLessThanOrEqualTo(1);
      assertThat(figures.immediate(member, working, 0.5))
          .as("mails besides the digest that " + member + " gets on a working day")
          .isLessThanOrEqualTo(MAILS_A_DAY);
    }
    line("wall time", took.toSeconds() + " s");
    assertThat(wait.silent())
        .as("nobody waits longer without a word than the courtesy says: " + wait)
        .isLessThanOrEqualTo(desk.settings().desk().signOfLife().plus(LONGEST_STEP));
    assertThat(spans.told()).as("requests whose staff's answer was told a day").isPositive();
    assertThat(spans.share()).as("promised days that held").isGreaterThanOrEqualTo(90);
    assertThat(spans.unsaid()).as("promised days that passed in silence").isEmpty();
    assertThat(usual.share()).as("what nine in ten took").isGreaterThanOrEqualTo(90);
    assertThat(dates.checked().keySet())
        .as("kinds of dates in letters")
        .contains("deadline", "executeAt", "nextWord");
    assertThat(dates.wrong()).as("dates in letters that did not come true").isEmpty();
    assertThat(desk.reasons(Outcome.COMMAND_FORGED)).as("commands taken for forged").isEmpty();
  }

  private static void line(String figure, Object value) {
    System.out.printf("year  %-30s %s%n", figure, value);
  }
}
