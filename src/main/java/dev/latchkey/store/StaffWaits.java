package dev.latchkey.store;

import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** What waits for the staff, as a {@link UnitOfWork} sees it, and what they were told of it. */
public final class StaffWaits {
  private final FigureMapper mapper;
  private final Tickets tickets;
  private final Instant now;

  /**
   * How the desk did lately.
   *
   * @param waiting tickets that wait for the staff
   * @param arrived tickets that were opened since then
   * @param decided tickets that were approved or rejected since then
   */
  public record Numbers(int waiting, int arrived, int decided) {}

  StaffWaits(SqlSession session, Tickets tickets, Instant now) {
    this.mapper = session.getMapper(FigureMapper.class);
    this.tickets = tickets;
    this.now = now;
  }

  /** Tickets that wait for the staff, longest first, not locked. */
  public List<Ticket> queue(int limit) {
    return mapper.queue(limit).stream().map(TicketRow::toTicket).toList();
  }

  public Numbers numbers(Instant since) {
    return mapper.numbers(since);
  }

  /**
   * Claims the digest of a day; false when it was claimed before.
   *
   * @throws StoreConflictException when another node claims it at this moment
   */
  public boolean claimDigest(LocalDate day) {
    if (mapper.countDigests(day) > 0) {
      return false;
    }
    mapper.insertDigest(day, now);
    return true;
  }

  /** Tickets that wait since before {@code since} and were not escalated in this stay, locked. */
  public List<Ticket> overdue(Instant since, int limit) {
    return mapper.listOverdue(since, limit).stream().map(tickets::load).toList();
  }

  /** Keeps that a ticket was escalated; once for each stay in a state. */
  public void escalated(Ticket ticket) {
    mapper.insertEscalation(ticket.id(), ticket.stateSince(), now);
  }
}
