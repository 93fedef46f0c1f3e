package dev.latchkey.year;

import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.LetterDates.Dated;
import dev.latchkey.year.Past.Stay;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every date of every letter, compared with what then happened: a reset is carried out at the last
 * date that was told and never before any, a request expires at the last deadline and never before
 * any, and who was to hear by a moment has heard.
 */
final class DateCheck {
  /** Moments are told to the minute. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A case tells when a reset would be, if it were approved now. */
  private static final Set<String> CONDITIONAL = Set.of("CASE");

  private final Duration step;
  private final LetterDates dates = new LetterDates();
  private final Map<Long, List<Told>> told = new TreeMap<>();
  private final Map<Long, List<Instant>> heard = new HashMap<>();
  private final Map<String, Integer> checked = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * A date, and the letter that told it.
   *
   * @param heard how many letters the claimant had then, this one included
   */
  private record Told(long ticket, String kind, Dated date, Instant at, int heard) {
    @Override
    public String toString() {
      return "LK-%d %s at %s told %s %s".formatted(ticket, kind, at, date.what(), date.at());
    }
  }

  /**
   * @param step how late the desk may look
   */
  DateCheck(Duration step) {
    this.step = step;
  }

  /** A letter that went out, with the dates in it. */
  void sent(Sent letter, boolean toClaimant, Instant now) {
    if (letter.ticketId().isEmpty()) {
      return;
    }
    long ticket = letter.ticketId().get();
    if (toClaimant) {
      heard.computeIfAbsent(ticket, id -> new ArrayList<>()).add(now);
    }
    if (!CONDITIONAL.contains(letter.kind())) {
      for (Dated date : dates.of(letter.kind(), letter.mail().body(), now)) {
        told.computeIfAbsent(ticket, id -> new ArrayList<>())
            .add(new Told(ticket, letter.kind(), date, now, letters(ticket).size()));
      }
    }
  }

  /** Compares them; call it once. */
  void compare(Past past, Instant end) {
    for (Map.Entry<Long, List<Told>> one : told.entrySet()) {
      List<Stay> stays = past.stays(one.getKey());
      ended(one.getValue(), stays, "executeAt", TicketState.COOLING_OFF, TicketEvent.COOLED_OFF);
      for (TicketState state : TicketState.values()) {
        if (state.waitingFor() == TicketState.Waiting.REQUESTER) {
          ended(one.getValue(), stays, "deadline", state, TicketEvent.EXPIRED);
        }
      }
      one.getValue().stream()
          .filter(it -> it.date().what().equals("nextWord"))
          .filter(it -> it.date().at().plus(step).isBefore(end))
          .forEach(it -> heard(it, stays));
      one.getValue().stream()
          .filter(it -> it.date().what().equals("since"))
          .forEach(it -> since(it, stays));
    }
  }

  /** What was told during a stay of what ends it by itself. */
  private void ended(
      List<Told> all, List<Stay> stays, String what, TicketState state, TicketEvent event) {
    for (Stay stay : stays) {
      Optional<Instant> end = stay.end().filter(it -> it.event() == event).map(Past.Happened::at);
      if (stay.state() != state || end.isEmpty()) {
        continue;
      }
      List<Told> during =
          all.stream()
              .filter(it -> it.date().what().equals(what))
              .filter(it -> stay.lastsAt(it.at()))
              .toList();
      for (Told one : during) {
        count(what, one, !one.date().at().isAfter(end.get().plus(MINUTE)), "came at " + end.get());
      }
      if (!during.isEmpty()) {
        Told last = during.get(during.size() - 1);
        count(
            "last " + what,
            last,
            !last.date().at().plus(step).isBefore(end.get()),
            "came at " + end.get());
      }
    }
  }

  private void heard(Told one, List<Stay> stays) {
    Instant by = one.date().at().plus(step).plus(MINUTE);
    boolean word = letters(one.ticket()).stream().skip(one.heard()).anyMatch(at -> !at.isAfter(by));
    count("nextWord", one, word, "nobody wrote: " + letters(one.ticket()) + " " + stays);
  }

  private List<Instant> letters(long ticket) {
    return heard.getOrDefault(ticket, List.of());
  }

  private void since(Told one, List<Stay> stays) {
    boolean holds =
        stays.stream()
            .filter(stay -> stay.lastsAt(one.at()))
            .anyMatch(stay -> !stay.from().isAfter(one.date().at().plus(MINUTE)));
    count("since", one, holds, "stays " + stays);
  }

  private void count(String what, Told one, boolean holds, String but) {
    checked.merge(what, 1, Integer::sum);
    if (!holds) {
      wrong.add(one + ", " + but);
    }
  }

  /** How many dates of each name were compared. */
  Map<String, Integer> checked() {
    return checked;
  }

  List<String> wrong() {
    return wrong;
  }
}
