package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.ResetReports;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of a {@link UnitOfWork}: read once and locked, changed in memory, written at the end.
 */
public final class Tickets {
  private static final Comparator<Ticket> OLDEST_FIRST = Comparator.comparingLong(Ticket::id);
  private final TicketMapper mapper;
  private final Numbers numbers;
  private final int batch;
  private final SqlSession session;

  /** Every ticket read or added, and the version that is stored; none for a new one. */
  private final Map<Long, Ticket> tickets = new LinkedHashMap<>();

  private final Map<Long, Integer> storedVersions = new LinkedHashMap<>();
  private final Set<Long> changed = new LinkedHashSet<>();
  private final Set<Long> asked = new HashSet<>();
  private final Set<String> accountsAsked = new HashSet<>();
  private final Set<String> requestersAsked = new HashSet<>();
  private final List<HistoryRow> history = new ArrayList<>();
  private final List<Runnable> further = new ArrayList<>();

  private record Lately(Concern concern, Instant since, int most) {}

  /** As they were before this transaction: every request of a batch asks for the same. */
  private final Map<Lately, List<Ticket>> lately = new HashMap<>();

  Tickets(SqlSession session, Numbers numbers, int batch) {
    this.session = session;
    this.mapper = session.getMapper(TicketMapper.class);
    this.numbers = numbers;
    this.batch = batch;
  }

  /** Reads, in one query each, what a batch will ask for. */
  void prefetch(
      Collection<Long> ids, Collection<String> accounts, Collection<EmailAddress> requesters) {
    List<Long> newIds = ids.stream().filter(asked::add).toList();
    if (!newIds.isEmpty()) {
      keep(mapper.lock(newIds));
    }
    List<String> newAccounts = accounts.stream().filter(accountsAsked::add).toList();
    if (!newAccounts.isEmpty()) {
      keep(mapper.lockLeadingByAccounts(newAccounts));
    }
    List<String> newRequesters =
        requesters.stream().map(EmailAddress::toString).filter(requestersAsked::add).toList();
    if (!newRequesters.isEmpty()) {
      keep(mapper.lockOpenByRequesters(newRequesters));
    }
  }

  /** A ticket, locked. */
  public Optional<Ticket> find(long id) {
    prefetch(tickets.containsKey(id) ? List.of() : List.of(id), List.of(), List.of());
    return Optional.ofNullable(tickets.get(id));
  }

  /** A ticket, locked, that must be there. */
  public Ticket load(long id) {
    return find(id).orElseThrow(() -> new IllegalStateException("there is no ticket " + id));
  }

  /**
   * Open tickets about an account, by the account system's rule, locked, oldest first; but not the
   * claims that stand beside the one that leads, of which strangers may make any number.
   */
  public List<Ticket> leading(String account) {
    prefetch(List.of(), List.of(account), List.of());
    return tickets.values().stream()
        .filter(ticket -> !ticket.state().closed() && !ticket.beside())
        .filter(ticket -> ticket.account().filter(account::equals).isPresent())
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** The newest open claims to an account that stand beside the leading one, not locked. */
  public List<Ticket> beside(String account, long otherThan, int limit) {
    return mapper.listBeside(account, otherThan, limit).stream().map(TicketRow::toTicket).toList();
  }

  /**
   * Inquiries about something, not locked: of the newest tickets.
   *
   * @param since none that was opened before
   * @param most of so many of the newest tickets, whatever they are about
   */
  public List<Ticket> lately(Concern concern, Instant since, int most) {
    return lately.computeIfAbsent(
        new Lately(concern, since, most),
        asked ->
            mapper.listLately(concern, since, most).stream().map(TicketRow::toTicket).toList());
  }

  /**
   * How many open claims stand beside the leading one.
   *
   * @param most no more are counted
   */
  public int countBeside(String account, int most) {
    return mapper.countBeside(account, most);
  }

  /** Open tickets of a requester, locked, oldest first; 1,000 at most. */
  public List<Ticket> openOfRequester(EmailAddress requester) {
    prefetch(List.of(), List.of(), List.of(requester));
    return tickets.values().stream()
        .filter(ticket -> !ticket.state().closed() && ticket.requester().equals(requester))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** Tickets whose next follow-up is due, locked; those that others work on are left out. */
  public List<Ticket> due(Instant now, int limit) {
    return keep(mapper.lockDue(now, limit)).stream()
        .filter(ticket -> ticket.next().filter(due -> !due.at().isAfter(now)).isPresent())
        .toList();
  }

  /** The numbers of the same, whatever their rows hold. */
  public List<Long> dueIds(Instant now, int limit) {
    return mapper.lockDueIds(now, limit);
  }

  /** Has a ticket due later, without reading it. */
  public void putOff(long id, Instant until) {
    mapper.putOff(id, until);
  }

  /** One ticket, locked, if it is due and nobody else works on it. */
  public Optional<Ticket> dueOne(long id, Instant now) {
    return keep(mapper.lockDueOne(id, now)).stream().findFirst();
  }

  /** The tickets above a number that wait for codes of which none could go out, lowest first. */
  public List<Long> withoutCodes(long after, int limit) {
    return mapper.listWithoutCodes(after, limit).stream()
        .map(TicketMapper.WithoutCodesRow::id)
        .toList();
  }

  /** One of these, locked, if it still is one and nobody else works on it. */
  public Optional<Ticket> lockWithoutCodes(long id) {
    return keep(mapper.lockWithoutCodes(id)).stream().findFirst();
  }

  /** The number of a new ticket. */
  public long nextId() {
    return numbers.next(batch, mapper::nextIds);
  }

  /** Keeps a new ticket and the entry that opened it. */
  public void add(Ticket.Applied opened) {
    Ticket ticket = opened.ticket();
    tickets.put(ticket.id(), ticket);
    asked.add(ticket.id());
    changed.add(ticket.id());
    history.add(HistoryRow.of(opened.entry()));
  }

  /** Keeps what an event made of a ticket. */
  public void save(Ticket.Applied applied) {
    save(applied.ticket());
    history.add(HistoryRow.of(applied.entry()));
  }

  /** Keeps what is no event: answers, thread, what time brings next. */
  public void save(Ticket ticket) {
    if (!tickets.containsKey(ticket.id())) {
      throw new IllegalStateException("ticket " + ticket.id() + " was not read for update");
    }
    tickets.put(ticket.id(), ticket);
    changed.add(ticket.id());
  }

  /** What the history says of the last such event; empty when there was none. */
  public Optional<String> lastDetail(long id, TicketEvent event) {
    return Stream.concat(mapper.listHistory(id).stream(), history.stream())
        .filter(row -> row.ticketId() == id && row.event() == event)
        .map(HistoryRow::detail)
        .reduce((earlier, later) -> later);
  }

  /**
   * Whether a reset was ever carried out for it, in an earlier round too; a report that was taken
   * back is none.
   */
  public boolean wasCarriedOut(long id) {
    return ResetReports.of(history(id)).last().isPresent();
  }

  /** Everything that happened to a ticket, oldest first. */
  public List<HistoryEntry> history(long id) {
    return Stream.concat(
            isNew(id) ? Stream.empty() : mapper.listHistory(id).stream(),
            history.stream().filter(row -> row.ticketId() == id))
        .map(HistoryRow::toEntry)
        .toList();
  }

  /**
   * Other tickets about the same account, or of the same requester, newest first, not locked; but
   * not the open claims of other people beside it.
   */
  public List<Ticket> others(Ticket ticket, int limit) {
    return mapper
        .listOthers(
            ticket.id(), ticket.account().orElse(null), ticket.requester().toString(), limit)
        .stream()
        .map(TicketRow::toTicket)
        .toList();
  }

  /** The newest ticket of a requester, not locked, whether it is open or closed. */
  public Optional<Ticket> newestOf(EmailAddress requester) {
    return mapper.listOthers(0, null, requester.toString(), 1).stream()
        .map(TicketRow::toTicket)
        .findFirst();
  }

  /** How many tickets wait for the staff that were opened before {@code ticket}, and in all. */
  public QueuePlace queuePlace(Ticket ticket) {
    return mapper.queuePlace(ticket.id());
  }

  /**
   * The other tickets that wait for the staff.
   *
   * @param before those that were opened before this one
   */
  public record QueuePlace(int before, int others) {}

  /** Keeps that a follow-up happened; a second one in the same stay is a conflict. */
  public void addFollowUp(Ticket ticket, FollowUp step, Instant at) {
    further.add(() -> mapper.insertFollowUp(ticket.id(), ticket.stateSince(), step, at));
  }

  /** Whether this transaction has not made a ticket one about another account. */
  boolean mayBeAbout(long id, String account) {
    Ticket ticket = tickets.get(id);
    return ticket == null || ticket.account().equals(Optional.of(account));
  }

  /** Whether it was added in this very transaction. */
  public boolean isNew(long id) {
    return tickets.containsKey(id) && !storedVersions.containsKey(id);
  }

  void flush() {
    // Whoever gives an account up comes before who takes it: one active ticket has it at any time.
    for (boolean takes : new boolean[] {false, true}) {
      for (long id : changed) {
        Integer stored = storedVersions.get(id);
        if (stored != null && load(id).leads() == takes) {
          mapper.update(row(id), stored);
        }
      }
    }
    for (long id : changed) {
      if (isNew(id)) {
        mapper.insert(row(id));
      }
    }
    Rows.send(session);
    history.forEach(mapper::insertHistory);
    further.forEach(Runnable::run);
  }

  private List<Ticket> keep(List<TicketRow> rows) {
    List<Ticket> kept = new ArrayList<>();
    for (TicketRow row : rows) {
      @Nullable Ticket known = tickets.get(row.id());
      Ticket ticket = known == null ? row.toTicket() : known;
      if (known == null) {
        tickets.put(ticket.id(), ticket);
        storedVersions.put(ticket.id(), ticket.version());
        asked.add(ticket.id());
      }
      kept.add(ticket);
    }
    return kept;
  }

  private TicketRow row(long id) {
    return TicketRow.of(load(id));
  }
}
