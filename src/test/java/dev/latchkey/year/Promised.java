package dev.latchkey.year;

import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days by which people read that they have a decision, or a question of the staff, and what
 * came of them. The first day that was told while a request lay before the staff counts, and it has
 * to be told before they answered.
 */
final class Promised {
  private static final Set<TicketEvent> ANSWERS =
      Set.of(
          TicketEvent.APPROVED,
          TicketEvent.REJECTED,
          TicketEvent.CLOSED,
          TicketEvent.QUESTION_ASKED,
          TicketEvent.REDIRECTED,
          TicketEvent.MERGED);

  private final Map<Long, List<Told>> told = new TreeMap<>();
  private final Map<Long, List<Usual>> usual = new TreeMap<>();

  /** A letter that named a day. */
  private record Told(Instant at, Instant by) {}

  /** A letter that said how long it takes once nothing is missing. */
  private record Usual(Instant at, Duration within) {}

  /**
   * What came of them.
   *
   * @param told how many requests were told a day, and came to an answer or to that day
   * @param held how many of them were answered on that day or before
   * @param other how many left the staff by something else: an owner, a rival, the requester
   * @param missed those that were not held
   * @param unsaid those of them of which neither the requester nor the staff heard
   * @param spans how long they were told
   */
  record Count(
      int told,
      int held,
      int other,
      List<String> missed,
      List<String> unsaid,
      List<Duration> spans) {

    /** Half of them were told no longer. */
    Duration median() {
      List<Duration> sorted = spans.stream().sorted().toList();
      return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    double share() {
      return told == 0 ? 100 : 100.0 * held / told;
    }
  }

  void told(long ticket, Instant at, Instant by) {
    told.computeIfAbsent(ticket, id -> new ArrayList<>()).add(new Told(at, by));
  }

  void usual(long ticket, Instant at, Duration within) {
    usual.computeIfAbsent(ticket, id -> new ArrayList<>()).add(new Usual(at, within));
  }

  /**
   * What was said to people whose turn it was, the last time before their case lay before the
   * staff, compared with how long these then took.
   */
  Count countUsual(Past past, Instant end) {
    int all = 0;
    int held = 0;
    List<String> missed = new ArrayList<>();
    List<Duration> spans = new ArrayList<>();
    for (Map.Entry<Long, List<Usual>> one : usual.entrySet()) {
      List<Past.Stay> stays = past.stays(one.getKey());
      for (int i = 1; i < stays.size(); i++) {
        Past.Stay stay = stays.get(i);
        Past.Stay before = stays.get(i - 1);
        List<Usual> said =
            one.getValue().stream()
                .filter(it -> stay.state() == TicketState.IN_REVIEW && before.lastsAt(it.at()))
                .toList();
        if (!said.isEmpty()) {
          Instant by = stay.from().plus(said.get(said.size() - 1).within());
          spans.add(Duration.between(stay.from(), by));
          boolean inTime = stay.end().filter(it -> !it.at().isAfter(by)).isPresent();
          all += inTime || by.isBefore(end) ? 1 : 0;
          held += inTime ? 1 : 0;
          if (!inTime && by.isBefore(end)) {
            missed.add(one.getKey() + " by " + by + " " + stay);
          }
        }
      }
    }
    return new Count(all, held, 0, missed, List.of(), spans);
  }

  /** Compares what was told with what happened until {@code end}. */
  Count count(Past past, Instant end) {
    int all = 0;
    int held = 0;
    int other = 0;
    List<String> missed = new ArrayList<>();
    List<Duration> spans = new ArrayList<>();
    List<String> unsaid = new ArrayList<>();
    for (Map.Entry<Long, List<Told>> one : told.entrySet()) {
      for (Past.Stay stay : past.stays(one.getKey())) {
        List<Told> during =
            one.getValue().stream()
                .filter(it -> stay.state() == TicketState.IN_REVIEW && stay.lastsAt(it.at()))
                .toList();
        if (during.isEmpty()) {
          continue;
        }
        Instant by = during.get(0).by();
        spans.add(Duration.between(stay.from(), by));
        boolean inTime = stay.end().filter(it -> !it.at().isAfter(by)).isPresent();
        boolean answered = stay.end().filter(it -> ANSWERS.contains(it.event())).isPresent();
        if (inTime && !answered) {
          other++;
        } else if (inTime) {
          all++;
          held++;
        } else if (by.isBefore(end)) {
          all++;
          missed.add(one.getKey() + " by " + by + " " + stay);
          boolean said =
              past.after(one.getKey(), by).anyMatch(it -> it.event() == TicketEvent.PROMISE_MISSED);
          Instant heard = stay.end().map(Past.Happened::at).orElse(end);
          if (!said && heard.isAfter(by.plus(YearTest.LONGEST_STEP))) {
            unsaid.add(one.getKey() + " by " + by);
          }
        }
      }
    }
    return new Count(all, held, other, missed, unsaid, spans);
  }
}
