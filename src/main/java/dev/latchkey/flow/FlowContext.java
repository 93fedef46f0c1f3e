package dev.latchkey.flow;

import dev.latchkey.accounts.Account;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Deed;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What a flow works with: the open transaction, its moment, the accounts and the letters. */
public final class FlowContext {
  private final UnitOfWork work;
  private final LetterBatch letters;
  private final DirectoryLookup accounts;
  private final CourtesySchedule courtesy;

  FlowContext(
      UnitOfWork work, LetterBatch letters, DirectoryLookup accounts, CourtesySchedule courtesy) {
    this.work = work;
    this.letters = letters;
    this.accounts = accounts;
    this.courtesy = courtesy;
  }

  public UnitOfWork work() {
    return work;
  }

  public Instant now() {
    return work.now();
  }

  /** Asks for accounts at once that a batch will ask for. */
  public void prefetchAccounts(Collection<String> keys) {
    accounts.prefetch(keys);
  }

  /** The account a ticket is about, as the directory describes it now. */
  public Optional<Account> account(Ticket ticket) {
    return accounts.find(ticket.account());
  }

  public Optional<Account> account(Optional<String> key) {
    return accounts.find(key);
  }

  /** Keeps a new ticket, with what time brings next. */
  public Ticket open(Ticket.Applied opened) {
    Ticket ticket = courtesy.enter(opened.ticket(), now());
    work.tickets().add(new Ticket.Applied(ticket, opened.entry()));
    return ticket;
  }

  /** Applies one event, keeps its entry and, in a new state, what time brings next. */
  public Ticket apply(Ticket ticket, TicketEvent event, Cause cause) {
    Ticket.Applied applied = ticket.apply(event, now(), cause);
    boolean moved = applied.ticket().state() != ticket.state();
    Ticket next = moved ? courtesy.enter(applied.ticket(), now()) : applied.ticket();
    work.tickets().save(new Ticket.Applied(next, applied.entry()));
    if (moved && ticket.state() == TicketState.EXECUTING) {
      // Whatever leads out of it ends the order, so that nobody carries it out any more.
      work.executions().close(ticket.id(), event.name());
    }
    return next;
  }

  /** Takes a command of the staff back: the ticket stands as it stood before it. */
  public Ticket takeBack(Ticket ticket, Deed deed, Cause cause) {
    Ticket.Applied applied = ticket.takeBack(deed, now(), cause);
    work.tickets().save(applied);
    return applied.ticket();
  }

  /** Keeps what is no event. */
  public Ticket keep(Ticket ticket) {
    work.tickets().save(ticket);
    return ticket;
  }

  public void send(Draft draft) {
    letters.add(draft);
  }
}
