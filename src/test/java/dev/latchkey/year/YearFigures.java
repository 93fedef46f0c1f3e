package dev.latchkey.year;

import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.TicketState.Waiting;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a year comes to: promises, waits, and how many letters the staff had to read. */
final class YearFigures {
  private static final Pattern SPAN =
      Pattern.compile("within (\\d+) (hour|day)s?", Pattern.CASE_INSENSITIVE);

  private final Map<Long, List<Instant>> toClaimants = new HashMap<>();
  private final Map<Long, Promise> spans = new HashMap<>();
  private final Map<String, Map<LocalDate, Integer>> immediate = new TreeMap<>();
  private final Map<String, Map<LocalDate, Integer>> digests = new TreeMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();

  /** A span that a letter told. */
  private record Promise(Instant told, Duration span) {}

  /** When a ticket stood where. */
  private record Stay(Instant at, TicketState state) {}

  /** Where the longest wait without a word was. */
  record Wait(long ticket, Duration silent, TicketState state, Instant from) {}

  void ended(List<SimulatedDesk.Ended> ended) {
    ended.forEach(one -> outcomes.merge(one.outcome().name(), 1, Integer::sum));
  }

  void toStaff(String member, Sent letter, Instant now) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    boolean digest = letter.kind().equals("DIGEST") || letter.kind().equals("QUEUE");
    boolean answer = letter.kind().startsWith("COMMAND") || letter.kind().equals("HELP");
    kinds.merge("staff " + letter.kind(), 1, Integer::sum);
    if (!answer) {
      (digest ? digests : immediate)
          .computeIfAbsent(member, who -> new TreeMap<>())
          .merge(day, 1, Integer::sum);
    }
  }

  void toClaimant(Sent letter, Instant now) {
    kinds.merge("claimant " + letter.kind(), 1, Integer::sum);
    long ticket = letter.ticketId().orElseThrow();
    toClaimants.computeIfAbsent(ticket, id -> new ArrayList<>()).add(now);
    Matcher span = SPAN.matcher(letter.mail().body().replaceAll("\\s+", " "));
    if (span.find()) {
      long count = Long.parseLong(span.group(1));
      Duration within =
          span.group(2).equalsIgnoreCase("day") ? Duration.ofDays(count) : Duration.ofHours(count);
      spans.putIfAbsent(ticket, new Promise(now, within));
    }
  }

  /** Of the tickets whose first letters told a span: how many there are, how many it held for. */
  record Spans(int told, int held) {
    double share() {
      return told == 0 ? 100 : 100.0 * held / told;
    }
  }

  /** Compares the spans that were told with the decisions; who never came to one is left out. */
  Spans spans(SimulatedDesk desk, Instant end) throws SQLException {
    Map<Long, Instant> decided = new HashMap<>();
    for (String row :
        desk.column(
            "SELECT CONCAT(ticket_id, ' ', DATE_FORMAT(MIN(at), '%Y-%m-%dT%H:%i:%sZ')) FROM history"
                + " WHERE event IN ('APPROVED', 'REJECTED') GROUP BY ticket_id")) {
      String[] parts = row.split(" ");
      decided.put(Long.parseLong(parts[0]), Instant.parse(parts[1]));
    }
    int told = 0;
    int held = 0;
    for (Map.Entry<Long, Promise> one : spans.entrySet()) {
      Instant by = one.getValue().told().plus(one.getValue().span());
      Optional<Instant> at = Optional.ofNullable(decided.get(one.getKey()));
      if (at.isPresent() || (waitsForStaff(desk, one.getKey()) && by.isBefore(end))) {
        told++;
        held += at.filter(when -> !when.isAfter(by)).isPresent() ? 1 : 0;
      }
    }
    return new Spans(told, held);
  }

  private static boolean waitsForStaff(SimulatedDesk desk, long ticket) {
    return desk.ticket(ticket).ticket().state().waitingFor() == Waiting.STAFF;
  }

  /** The longest time that somebody waited for the staff and heard nothing. */
  Wait longestWait(SimulatedDesk desk, Instant end) throws SQLException {
    Map<Long, List<Stay>> stays = new TreeMap<>();
    for (String row :
        desk.column(
            "SELECT CONCAT(ticket_id, ' ', DATE_FORMAT(at, '%Y-%m-%dT%H:%i:%sZ'), ' ', to_state)"
                + " FROM history WHERE from_state <> to_state OR sequence = 1"
                + " ORDER BY ticket_id, sequence")) {
      String[] parts = row.split(" ");
      stays
          .computeIfAbsent(Long.parseLong(parts[0]), id -> new ArrayList<>())
          .add(new Stay(Instant.parse(parts[1]), TicketState.valueOf(parts[2])));
    }
    Wait longest = new Wait(0, Duration.ZERO, TicketState.IN_REVIEW, end);
    for (Map.Entry<Long, List<Stay>> one : stays.entrySet()) {
      Wait wait = longest(one.getKey(), one.getValue(), end);
      longest = wait.silent().compareTo(longest.silent()) > 0 ? wait : longest;
    }
    return longest;
  }

  private Wait longest(long ticket, List<Stay> stays, Instant end) {
    List<Instant> letters = toClaimants.getOrDefault(ticket, List.of());
    Wait longest = new Wait(ticket, Duration.ZERO, TicketState.IN_REVIEW, end);
    for (int i = 0; i < stays.size(); i++) {
      Stay stay = stays.get(i);
      Instant until = i + 1 < stays.size() ? stays.get(i + 1).at() : end;
      if (stay.state().waitingFor() == Waiting.STAFF) {
        Instant last = before(letters, stay.at(), stays.get(0).at());
        List<Instant> words =
            Stream.concat(
                    letters.stream().filter(at -> at.isAfter(stay.at()) && at.isBefore(until)),
                    Stream.of(until))
                .toList();
        for (Instant word : words) {
          Duration silent = Duration.between(last, word);
          if (silent.compareTo(longest.silent()) > 0
              && !last.isBefore(stay.at().minusSeconds(7200))) {
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
