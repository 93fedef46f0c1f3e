package dev.latchkey.year;

import dev.latchkey.flow.WorkingDays;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What happened to all tickets, by their histories. */
final class Past {
  private final Map<Long, List<Happened>> tickets = new TreeMap<>();

  /** An entry of a history. */
  record Happened(Instant at, TicketEvent event, TicketState from, TicketState to) {
    boolean moves() {
      return from != to;
    }
  }

  /**
   * A time that a ticket stood in a state.
   *
   * @param end what ended it; empty while it lasts
   */
  record Stay(TicketState state, Instant from, Optional<Happened> end) {
    boolean lastsAt(Instant moment) {
      return !moment.isBefore(from) && end.filter(it -> it.at().isBefore(moment)).isEmpty();
    }
  }

  Past(SimulatedDesk desk) throws SQLException {
    for (String row :
        desk.column(
            "SELECT CONCAT_WS('|', ticket_id, at, event, from_state, to_state) FROM history"
                + " ORDER BY ticket_id, sequence")) {
      String[] part = row.split("\\|");
      tickets
          .computeIfAbsent(Long.parseLong(part[0]), id -> new ArrayList<>())
          .add(
              new Happened(
                  Stand.moment(part[1]),
                  TicketEvent.valueOf(part[2]),
                  TicketState.valueOf(part[3]),
                  TicketState.valueOf(part[4])));
    }
  }

  Iterable<Long> ids() {
    return tickets.keySet();
  }

  List<Happened> of(long ticket) {
    return tickets.getOrDefault(ticket, List.of());
  }

  /** What happened after a moment. */
  Stream<Happened> after(long ticket, Instant moment) {
    return of(ticket).stream().filter(one -> one.at().isAfter(moment));
  }

  /** Its stays in states, one after the other. */
  List<Stay> stays(long ticket) {
    List<Stay> stays = new ArrayList<>();
    List<Happened> moves =
        of(ticket).stream()
            .filter(one -> one.moves() || one.event() == TicketEvent.OPENED)
            .toList();
    for (int i = 0; i < moves.size(); i++) {
      Optional<Happened> end =
          i + 1 < moves.size() ? Optional.of(moves.get(i + 1)) : Optional.empty();
      stays.add(new Stay(moves.get(i).to(), moves.get(i).at(), end));
    }
    return stays;
  }

  /** How long tickets stood in a state, weekends not counted. */
  String worked(TicketState state, WorkingDays days) {
    List<Duration> stays = new ArrayList<>();
    for (long ticket : ids()) {
      for (Stay stay : stays(ticket)) {
        if (stay.state() == state && stay.end().isPresent()) {
          stays.add(days.between(stay.from(), stay.end().get().at()));
        }
      }
    }
    Collections.sort(stays);
    return stays.isEmpty()
        ? "none"
        : "median %.1f, nine in ten %.1f, at most %.1f"
            .formatted(hours(stays, 0.5), hours(stays, 0.9), hours(stays, 1));
  }

  private static double hours(List<Duration> sorted, double part) {
    int at = Math.min(sorted.size() - 1, (int) (sorted.size() * part));
    return sorted.get(at).toMinutes() / 60.0;
  }
}
