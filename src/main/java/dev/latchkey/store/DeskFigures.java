package dev.latchkey.store;

import dev.latchkey.store.FigureMapper.Decided;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
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

  /** A decision of the staff, how long it took from the first mail on, and at which level. */
  public record Decision(Optional<String> level, Duration took) {}

  /** The tickets that wait for the staff. */
  public List<Long> waitingForStaff() {
    return database.inTransaction(
        session -> session.getMapper(FigureMapper.class).listWaitingForStaff());
  }

  /** The decisions since {@code since}, in no order. */
  public List<Decision> decisions(Instant since) {
    List<Decided> rows =
        database.inTransaction(session -> session.getMapper(FigureMapper.class).decided(since));
    return rows.stream()
        .map(
            row ->
                new Decision(
                    Optional.ofNullable(row.level()),
                    Duration.between(row.openedAt(), row.decidedAt())))
        .toList();
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
