package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.FigureMapper.TicketCount;
import dev.latchkey.store.FigureMapper.UntoldRow;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** What waits for the staff, as a {@link UnitOfWork} sees it, and what they were told of it. */
public final class StaffWaits {
  private final FigureMapper mapper;
  private final TicketMapper rows;
  private final Tickets tickets;
  private final Instant now;
  private final Map<Long, EmailAddress> given = new LinkedHashMap<>();
  private final List<UntoldDecision> untold = new ArrayList<>();

  /**
   * How the desk did lately.
   *
   * @param waiting tickets that wait for the staff
   * @param arrived tickets that were opened since then
   * @param decided tickets that were approved or rejected since then
   */
  public record Numbers(int waiting, int arrived, int decided) {}

  /**
   * What each member got in turn: how many tickets they still look after, and when the last one.
   */
  public record Turns(Map<EmailAddress, Integer> open, Map<EmailAddress, Instant> last) {
    public Turns {
      open = Map.copyOf(open);
      last = Map.copyOf(last);
    }
  }

  StaffWaits(SqlSession session, Tickets tickets, Instant now) {
    this.mapper = session.getMapper(FigureMapper.class);
    this.rows = session.getMapper(TicketMapper.class);
    this.tickets = tickets;
    this.now = now;
  }

  /** Tickets that wait for the staff, longest first, not locked. */
  public List<Ticket> queue(int limit) {
    return rows.queue(limit).stream().map(TicketRow::toTicket).toList();
  }

  /** What the digest counts, of the time from {@code since} on. */
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

  /** Who got a ticket in turn. */
  public Optional<EmailAddress> turnOf(Ticket ticket) {
    return Optional.ofNullable(given.get(ticket.id()))
        .or(() -> Optional.ofNullable(mapper.findTurn(ticket.id())).map(EmailAddress::of));
  }

  /** Who got how much, those of this transaction included. */
  public Turns turns() {
    Map<EmailAddress, Integer> open = new HashMap<>();
    Map<EmailAddress, Instant> last = new HashMap<>();
    mapper.openTurns().forEach(row -> open.put(EmailAddress.of(row.staff()), row.tickets()));
    mapper.lastTurns().forEach(row -> last.put(EmailAddress.of(row.staff()), row.at()));
    for (EmailAddress member : given.values()) {
      open.merge(member, 1, Integer::sum);
      last.put(member, now);
    }
    return new Turns(open, last);
  }

  /** Who of the staff gave a command about a ticket since then, as of before this transaction. */
  public Set<EmailAddress> commandedSince(Instant since) {
    return mapper.listCommanders(since).stream()
        .map(EmailAddress::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Gives a ticket to a member, whoever had it before. */
  public void giveTurn(Ticket ticket, EmailAddress member) {
    given.put(ticket.id(), member);
  }

  /** What a list of tickets says of them besides what they are themselves. */
  public record Marks(
      Map<Long, Integer> unread,
      Map<Long, Integer> notes,
      Map<Long, EmailAddress> turns,
      Set<Long> promisesMissed) {}

  /** The messages that the staff have not seen, their notes and so on, of some tickets. */
  public Marks marks(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return new Marks(Map.of(), Map.of(), Map.of(), Set.of());
    }
    Map<Long, EmailAddress> turns = new HashMap<>();
    mapper.listTurns(ids).forEach(row -> turns.put(row.ticketId(), EmailAddress.of(row.staff())));
    return new Marks(
        counts(mapper.countUnread(ids)),
        counts(mapper.countNotes(ids)),
        turns,
        Set.copyOf(mapper.listPromisesMissed(ids)));
  }

  private static Map<Long, Integer> counts(List<TicketCount> rows) {
    return rows.stream().collect(Collectors.toMap(TicketCount::ticketId, TicketCount::count));
  }

  /** Some tickets as they are now, not locked. */
  public Map<Long, Ticket> tickets(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : rows.listTickets(ids).stream()
            .map(TicketRow::toTicket)
            .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
  }

  /** Tickets that wait since before {@code since} and were not escalated in this stay, locked. */
  public List<Ticket> overdue(Instant since, int limit) {
    return mapper.listOverdue(since, limit).stream().map(tickets::load).toList();
  }

  /** Keeps that a ticket was escalated; once for each stay in a state. */
  public void escalated(Ticket ticket) {
    mapper.insertEscalation(ticket.id(), ticket.stateSince(), now);
  }

  /** Keeps a decision for the next digest. */
  public void leaveUntold(UntoldDecision decision) {
    untold.add(decision);
  }

  /** Decisions that wait for the digest, oldest first, as it was before this transaction. */
  public List<UntoldDecision> untold(int limit) {
    return mapper.listUntold(limit).stream()
        .map(
            row ->
                new UntoldDecision(
                    row.ticketId(),
                    row.version(),
                    row.command(),
                    EmailAddress.of(row.staff()),
                    row.at(),
                    row.words(),
                    Optional.ofNullable(row.undoUntil())))
        .toList();
  }

  /** They stand in a digest now. */
  public void told(List<UntoldDecision> decisions) {
    decisions.forEach(it -> mapper.deleteUntold(it.ticketId(), it.version()));
  }

  /** What a command did was taken back, and everybody hears of that. */
  public void takeBack(Deed deed) {
    untold.removeIf(it -> it.ticketId() == deed.ticketId() && it.at().equals(deed.at()));
    mapper.deleteUntoldOf(deed.ticketId(), deed.by().toString(), deed.at());
  }

  void flush() {
    untold.forEach(
        it ->
            mapper.insertUntold(
                new UntoldRow(
                    it.ticketId(),
                    it.version(),
                    it.command(),
                    it.by().toString(),
                    it.at(),
                    it.words(),
                    it.undoUntil().orElse(null))));
    given.forEach((ticket, member) -> mapper.putTurn(ticket, member.toString(), now));
  }
}
