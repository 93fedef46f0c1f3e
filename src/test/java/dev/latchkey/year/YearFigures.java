package dev.latchkey.year;

import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.TicketState.Waiting;
import dev.latchkey.year.LetterDates.Dated;
import dev.latchkey.year.Past.Stay;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a year comes to: promises, waits, and how many letters the staff had to read. */
final class YearFigures {
  private final Map<Long, List<Instant>> toClaimants = new HashMap<>();
  private final Promised promised = new Promised();
  private final LetterDates dates = new LetterDates();
  private final Map<String, Map<LocalDate, Integer>> immediate = new TreeMap<>();
  private final Map<String, Map<LocalDate, Integer>> digests = new TreeMap<>();
  private final Map<String, Map<LocalDate, Integer>> answers = new TreeMap<>();
  private final Map<String, Map<String, Integer>> unasked = new TreeMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();

  /** Where the longest wait without a word was. */
  record Wait(long ticket, Duration silent, TicketState state, Instant from) {}

  void ended(List<SimulatedDesk.Ended> ended) {
    ended.forEach(one -> outcomes.merge(one.outcome().name(), 1, Integer::sum));
  }

  /**
   * @param justCommanded they have just given a command, and this may be the answer to it
   */
  void toStaff(String member, Sent letter, Instant now, boolean justCommanded) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    boolean answer =
        letter.kind().startsWith("COMMAND")
            || letter.kind().equals("HELP")
            || (justCommanded && letter.kind().equals("DECIDED"));
    boolean digest = letter.kind().equals("DIGEST") || letter.kind().equals("QUEUE");
    kinds.merge("staff " + letter.kind(), 1, Integer::sum);
    (answer ? answers : digest ? digests : immediate)
        .computeIfAbsent(member, who -> new TreeMap<>())
        .merge(day, 1, Integer::sum);
    if (!answer && !digest) {
      unasked.computeIfAbsent(member, who -> new TreeMap<>()).merge(letter.kind(), 1, Integer::sum);
    }
  }

  void toClaimant(Sent letter, Instant now) {
    kinds.merge("claimant " + letter.kind(), 1, Integer::sum);
    long ticket = letter.ticketId().orElseThrow();
    toClaimants.computeIfAbsent(ticket, id -> new ArrayList<>()).add(now);
    dates.usual(letter.mail().body()).ifPresent(within -> promised.usual(ticket, now, within));
    for (Dated date : dates.of(letter.kind(), letter.mail().body(), now)) {
      if (date.what().equals("span")) {
        promised.told(ticket, now, date.at());
      }
    }
  }

  Promised promised() {
    return promised;
  }

  /** The longest time that somebody waited for the staff and heard nothing. */
  Wait longestWait(Past past, Instant end) {
    Wait longest = new Wait(0, Duration.ZERO, TicketState.IN_REVIEW, end);
    for (long ticket : past.ids()) {
      Wait wait = longest(ticket, past.stays(ticket), end);
      longest = wait.silent().compareTo(longest.silent()) > 0 ? wait : longest;
    }
    return longest;
  }

  private Wait longest(long ticket, List<Stay> stays, Instant end) {
    List<Instant> letters = toClaimants.getOrDefault(ticket, List.of());
    Wait longest = new Wait(ticket, Duration.ZERO, TicketState.IN_REVIEW, end);
    for (Stay stay : stays) {
      Instant until = stay.end().map(Past.Happened::at).orElse(end);
      if (stay.state().waitingFor() == Waiting.STAFF) {
        Instant last = before(letters, stay.from(), stays.get(0).from());
        List<Instant> words =
            Stream.concat(
                    letters.stream().filter(at -> at.isAfter(stay.from()) && at.isBefore(until)),
                    Stream.of(until))
                .toList();
        for (Instant word : words) {
          Duration silent = Duration.between(last, word);
          if (silent.compareTo(longest.silent()) > 0
              && !last.isBefore(stay.from().minusSeconds(7200))) {
            longest = new Wait(ticket, silent, stay.state(), last);
          }
          last = word;
        }
      }
    }
    return longest;
  }

  /** The last letter before a stay began; at its beginning when that is long ago. */
  private static Instant before(List<Instant> letters, Instant begin, Instant opened) {
    Instant last = opened;
    for (Instant letter : letters) {
      last = letter.isAfter(begin.plusSeconds(60)) ? last : letter;
    }
    return last.isBefore(begin) ? begin : last;
  }

  /**
   * Of the working days of somebody, weekends and holidays included if mails came: a percentile.
   */
  int immediate(String member, List<LocalDate> workingDays, double part) {
    return percentile(immediate.getOrDefault(member, Map.of()), workingDays, part);
  }

  /** What came to somebody on working days, in figures. */
  String mailbox(String member, List<LocalDate> days) {
    return "immediate mails a working day: median %d, nine in ten %d; digests: median %d; answers to own commands: median %d; in all %s"
        .formatted(
            immediate(member, days, 0.5),
            immediate(member, days, 0.9),
            digests(member, days, 0.5),
            percentile(answers.getOrDefault(member, Map.of()), days, 0.5),
            unasked.getOrDefault(member, Map.of()));
  }

  int digests(String member, List<LocalDate> workingDays, double part) {
    return percentile(digests.getOrDefault(member, Map.of()), workingDays, part);
  }

  private static int percentile(Map<LocalDate, Integer> counts, List<LocalDate> days, double part) {
    List<Integer> sorted = days.stream().map(day -> counts.getOrDefault(day, 0)).sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
  }

  Map<String, Integer> kinds() {
    return kinds;
  }

  Map<String, Integer> outcomes() {
    return outcomes;
  }
}
