package dev.latchkey.store.erasure;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.store.OutboundMailCodec;
import dev.latchkey.store.Rows;
import dev.latchkey.store.Seals;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.erasure.ErasurePlan.Line;
import dev.latchkey.trust.secret.Vault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Erases what is known of a person, or what is too old to be kept. Tickets go whole, with their
 * history, so that the chain of every other one stays as it is; of mails the hash stays, so that
 * one that comes again is known. Nothing that is under way is touched: what is open, or waits to be
 * sent or worked on, is an obstacle and is said.
 */
public final class Erasure {
  private final Database database;
  private final Seals seals;

  public Erasure(Database database, Vault vault) {
    this.database = database;
    this.seals = new Seals(database, vault);
  }

  /** Told how far a search is. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * So many are looked through.
     *
     * @param things what is counted, in the plural
     */
    void at(String things, long done, long all);
  }

  /**
   * What there is of a person: a search of every text, sealed ones included. It takes as long as
   * there is much of it.
   */
  public ErasurePlan plan(EmailAddress address, Watcher watcher) {
    return plan(address, ErasurePlan.Looked.NOWHERE, watcher);
  }

  /**
   * What there is of the person after it was carried out. Every text is looked through once more;
   * of sealed rows, whose octets never change, those that were not opened before.
   */
  public ErasurePlan planAgain(ErasurePlan before, Watcher watcher) {
    return plan(before.address().orElseThrow(), before.looked(), watcher);
  }

  private ErasurePlan plan(EmailAddress address, ErasurePlan.Looked looked, Watcher watcher) {
    PersonSearch search = search(address, watcher);
    Gathering all = new Gathering();
    SortedSet<Long> tickets = search.tickets();
    gatherTickets(tickets, all);
    search.mails(all::mail);
    Optional<Mention> references =
        tickets.isEmpty() ? Optional.empty() : Optional.of(Mention.ofTickets(tickets));
    references.ifPresent(named -> search.looseMails(named, all::mail));
    LookedThrough letters =
        search.sealed(SealedTable.LETTERS, looked.letters(), references, all, all::letter);
    LookedThrough mails =
        search.sealed(SealedTable.MAILS, looked.mails(), references, all, all::mail);
    return plan(all, Optional.of(address), new ErasurePlan.Looked(letters, mails));
  }

  private ErasurePlan plan(
      Gathering all, Optional<EmailAddress> address, ErasurePlan.Looked looked) {
    List<Line> others =
        all.beside().isEmpty()
            ? List.of()
            : database.inTransaction(session -> mapper(session).lines(all.beside()));
    return all.plan(address, looked, others);
  }

  private PersonSearch search(EmailAddress address, Watcher watcher) {
    return new PersonSearch(database, seals, Mention.of(address), watcher);
  }

  /**
   * Some of what was ended before a moment: tickets with all that is theirs, and letters and mails
   * of that age that belong to none.
   *
   * @param limit of each at the most
   */
  public ErasurePlan planBefore(Instant before, int limit) {
    Gathering all = new Gathering();
    List<Long> ended =
        database.inTransaction(session -> mapper(session).closedBefore(before, limit));
    gatherTickets(new TreeSet<>(ended), all);
    database.inTransaction(
        session -> {
          all.loose(
              mapper(session).looseLetters(before, limit),
              mapper(session).looseMails(before, limit));
          return true;
        });
    return plan(all, Optional.empty(), ErasurePlan.Looked.NOWHERE);
  }

  /**
   * Does it, in one transaction.
   *
   * @throws StoreConflictException when one of the tickets was opened again meanwhile
   */
  public void carryOut(ErasurePlan plan, Instant now) {
    if (!plan.obstacles().isEmpty()) {
      throw new IllegalArgumentException(plan.obstacles().get(0));
    }
    List<Long> tickets = plan.tickets().stream().map(Line::id).toList();
    database.inTransaction(
        session -> {
          ErasureMapper mapper = mapper(session);
          if (!tickets.isEmpty()) {
            if (mapper.lock(tickets).stream().anyMatch(line -> !line.state().closed())) {
              throw new StoreConflictException("a ticket was opened again", null);
            }
            mapper.tablesOfTickets().forEach(table -> mapper.deleteOfTickets(table, tickets));
          }
          if (!plan.mails().isEmpty()) {
            mapper.blankMails(plan.mails());
            mapper.deleteRaw(plan.mails());
            mapper.eraseCopies(plan.mails(), now.truncatedTo(ChronoUnit.MICROS));
          }
          if (!plan.letters().isEmpty()) {
            mapper.deleteHandOvers(plan.letters());
            mapper.deleteLetters(plan.letters());
          }
          if (!tickets.isEmpty()) {
            mapper.deleteTickets(tickets);
          }
          plan.address()
              .ifPresent(
                  who -> {
                    mapper.deleteBudgets(Mention.of(who).pattern());
                    mapper.deleteDomain(who.domain());
                  });
          Rows.send(session);
          return true;
        });
  }

  /**
   * What a person is told of what is kept of them.
   *
   * @param tickets theirs, and those of others that name them
   * @param mails that they wrote, oldest first
   * @param letters that were written to them, opened, oldest first; without those that cannot be
   */
  public record Kept(List<Line> tickets, List<Mail> mails, List<OutboundMail> letters) {
    /** Whether there is nothing. */
    public boolean empty() {
      return tickets.isEmpty() && mails.isEmpty() && letters.isEmpty();
    }
  }

  /**
   * What is kept of a person, but for what mails and letters of others say of them: only the texts
   * of tickets are looked through.
   */
  public Kept kept(EmailAddress address, Watcher watcher) {
    SortedSet<Long> named = search(address, watcher).tickets();
    return database.inTransaction(
        session -> {
          ErasureMapper mapper = mapper(session);
          return new Kept(
              named.isEmpty() ? List.of() : mapper.lines(named),
              mapper.mailsFrom(address.toString()),
              mapper.lettersTo(address.toString()).stream()
                  .flatMap(
                      row -> seals.openLetter(session, row.id(), row.sealed()).found().stream())
                  .map(octets -> OutboundMailCodec.read(octets.octets()))
                  .toList());
        });
  }

  /** A mail as it is kept. */
  public record Mail(
      long id,
      Instant receivedAt,
      @Nullable String subject,
      @Nullable String written,
      @Nullable String outcome,
      @Nullable Long ticketId) {}

  private static ErasureMapper mapper(SqlSession session) {
    return session.getMapper(ErasureMapper.class);
  }

  private void gatherTickets(SortedSet<Long> ids, Gathering all) {
    if (!ids.isEmpty()) {
      database.inTransaction(
          session -> {
            ErasureMapper mapper = mapper(session);
            all.tickets(mapper.lines(ids));
            mapper.mailsOf(ids).forEach(all::mail);
            mapper.lettersOf(ids).forEach(all::letter);
            return true;
          });
    }
  }
}
