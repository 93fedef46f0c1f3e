package dev.latchkey.store;

import dev.latchkey.store.FigureMapper.Decided;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures about the desk as a whole. */
public final class DeskFigures {
  private final Database database;

  public DeskFigures(Database database) {
    this.database = database;
  }

  /** How many tickets are on their way to a decision of the staff. */
  public long countUndecided() {
    return database.inTransaction(
        session -> session.getMapper(FigureMapper.class).countWaitingForStaff());
  }

  /** How long the last decisions took, from the first mail on; in no order. */
  public List<Duration> lastDecisions(int limit) {
    List<Decided> rows =
        database.inTransaction(session -> session.getMapper(FigureMapper.class).lastDecided(limit));
    return rows.stream().map(row -> Duration.between(row.openedAt(), row.decidedAt())).toList();
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
