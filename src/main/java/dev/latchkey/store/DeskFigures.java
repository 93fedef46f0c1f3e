package dev.latchkey.store;

import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Figures about the desk as a whole. */
public final class DeskFigures {
  private final Database database;

  public DeskFigures(Database database) {
    this.database = database;
  }

  /**
   * A stay of a ticket before the staff.
   *
   * @param answered whether they decided or asked back; otherwise it still waits
   * @param until when they did; where it waits, when it began to
   */
  public record Review(Optional<String> level, Instant since, boolean answered, Instant until) {}

  /**
   * The stays before the staff that ended since {@code ended} or last, in no order; read row by
   * row, and kept in little memory.
   */
  public List<Review> reviews(Instant ended) {
    ReviewColumns stays = new ReviewColumns();
    database.inTransaction(
        session -> {
          session
              .getMapper(FigureMapper.class)
              .reviewed(ended, row -> stays.add(row.getResultObject()));
          return stays;
        });
    return Collections.unmodifiableList(stays);
  }

  /** Open tickets whose requester was promised a moment that passed since the last decision. */
  public Set<Long> promisesMissed() {
    return Set.copyOf(
        database.inTransaction(
            session -> session.getMapper(FigureMapper.class).listPromisesMissed()));
  }

  /** How many tickets stand in each state. */
  public Map<TicketState, Long> countStates() {
    Map<TicketState, Long> counts = new EnumMap<>(TicketState.class);
    database
        .inTransaction(session -> session.getMapper(FigureMapper.class).countStates())
        .forEach(row -> counts.put(TicketState.valueOf(row.state()), row.tickets()));
    return counts;
  }

  /** Tickets that wait for the staff, longest first. */
  public List<Ticket> staffQueue(int limit) {
    return database.inTransaction(
        session ->
            session.getMapper(FigureMapper.class).queue(limit).stream()
                .map(TicketRow::toTicket)
                .toList());
  }
}
