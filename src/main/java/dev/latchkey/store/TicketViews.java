package dev.latchkey.store;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.Warning;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.UnknownValueException;
import dev.latchkey.ticket.HistoryChain;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tickets as people look them up; nothing is locked. */
public final class TicketViews {
  private final Database database;

  /** Everything about one ticket. */
  public record TicketView(
      Ticket ticket,
      List<HistoryEntry> history,
      List<Evidence> evidence,
      List<Warning> warnings,
      List<MailView> mails,
      List<OutboxView> outgoing) {}

  public TicketViews(Database database) {
    this.database = database;
  }

  /**
   * What is known of a ticket with a value that this version does not know.
   *
   * @param why what that is
   */
  public record Unread(Reference reference, String why) {}

  /**
   * Tickets in a list.
   *
   * @param unread those of them that cannot be shown
   */
  public record Listed(List<Ticket> tickets, List<Unread> unread) {}

  /** Tickets, newest first. */
  public Listed list(boolean openOnly, int limit) {
    try {
      return new Listed(
          database.inTransaction(
              session ->
                  session.getMapper(TicketMapper.class).list(openOnly, limit).stream()
                      .map(TicketRow::toTicket)
                      .toList()),
          List.of());
    } catch (UnknownValueException e) {
      return listEach(openOnly, limit);
    }
  }

  /** Which tickets are in one of these states, newest first; none of them is read. */
  public List<Reference> listIn(Set<TicketState> states, int limit) {
    return database
        .inTransaction(session -> session.getMapper(TicketMapper.class).listIn(states, limit))
        .stream()
        .map(Reference::new)
        .toList();
  }

  private Listed listEach(boolean openOnly, int limit) {
    List<Long> ids =
        database.inTransaction(
            session -> session.getMapper(TicketMapper.class).listNewest(openOnly, limit));
    List<Ticket> tickets = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (long id : ids) {
      try {
        database
            .inTransaction(
                session ->
                    Optional.ofNullable(session.getMapper(TicketMapper.class).find(id))
                        .map(TicketRow::toTicket))
            .ifPresent(tickets::add);
      } catch (UnknownValueException e) {
        unread.add(new Unread(new Reference(id), String.valueOf(e.getMessage())));
      }
    }
    return new Listed(tickets, unread);
  }

  /** What was ordered from the account system and is not done yet, the oldest first. */
  public List<OpenOrder> orders() {
    return orders(database);
  }

  /** The same of any database. */
  static List<OpenOrder> orders(Database database) {
    return database.inTransaction(session -> session.getMapper(ExecutionMapper.class).listOpen());
  }

  /** References of tickets with a number above {@code after}, lowest first. */
  public List<Reference> listReferences(long after, int limit) {
    return database.inTransaction(
        session ->
            session.getMapper(TicketMapper.class).listIds(after, limit).stream()
                .map(Reference::new)
                .toList());
  }

  /** How many tickets there are. */
  public long count() {
    return database.inTransaction(session -> session.getMapper(TicketMapper.class).count());
  }

  /**
   * The histories of the tickets with a number above {@code after}, lowest first; each agrees with
   * its ticket also where somebody writes meanwhile.
   *
   * @throws UnknownValueException when this version does not know a value of one
   */
  public List<HistoryChain> chains(long after, int limit) {
    return database.inSnapshot(
        session -> {
          TicketMapper mapper = session.getMapper(TicketMapper.class);
          List<TicketRow> tickets = mapper.listAfter(after, limit);
          if (tickets.isEmpty()) {
            return List.of();
          }
          Map<Long, List<HistoryRow>> rows =
              mapper.listHistories(after, tickets.get(tickets.size() - 1).id()).stream()
                  .collect(Collectors.groupingBy(HistoryRow::ticketId));
          return tickets.stream()
              .map(TicketRow::toTicket)
              .map(ticket -> chain(ticket, rows.getOrDefault(ticket.id(), List.of())))
              .toList();
        });
  }

  private static HistoryChain chain(Ticket ticket, List<HistoryRow> rows) {
    return new HistoryChain(
        ticket.reference(),
        ticket.version(),
        ticket.historyHash(),
        rows.stream().map(HistoryRow::toEntry).toList(),
        rows.stream().map(HistoryRow::hash).toList());
  }

  /**
   * The history of one ticket.
   *
   * @throws UnknownValueException when this version does not know a value of it
   */
  public Optional<HistoryChain> chain(Reference reference) {
    return chains(reference.number() - 1, 1).stream()
        .filter(one -> one.reference().equals(reference))
        .findFirst();
  }

  /**
   * One ticket with all that hangs on it.
   *
   * @throws UnknownValueException when this version does not know a value of it
   */
  public Optional<TicketView> find(Reference reference) {
    long id = reference.number();
    return database.inTransaction(
        session -> {
          TicketMapper mapper = session.getMapper(TicketMapper.class);
          TicketRow row = mapper.find(id);
          if (row == null) {
            return Optional.<TicketView>empty();
          }
          return Optional.of(
              new TicketView(
                  row.toTicket(),
                  mapper.listHistory(id).stream().map(HistoryRow::toEntry).toList(),
                  mapper.listEvidence(id).stream().map(TicketMapper.EvidenceRow::evidence).toList(),
                  mapper.listWarnings(id).stream().map(Proofs::warning).toList(),
                  session.getMapper(MailMapper.class).listByTicket(id),
                  session.getMapper(OutboxMapper.class).listByTicket(id)));
        });
  }
}
