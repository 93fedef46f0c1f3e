package dev.latchkey.year;

import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
}
