package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.store.ErasureMapper.Part;
import dev.latchkey.store.ErasureMapper.Sealed;
import dev.latchkey.store.ErasureMapper.Texts;
import dev.latchkey.store.ErasurePlan.Line;
import dev.latchkey.store.Seals.Opened;
import dev.latchkey.ticket.Reference;
import dev.latchkey.trust.secret.Vault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Erases what is known of a person, or what is too old to be kept. Tickets go whole, with their
 * history, so that the chain of every other one stays as it is; of mails the hash stays, so that
 * one that comes again is known. Nothing that is under way is touched: what is open, or waits to be
 * sent or worked on, is an obstacle and is said.
 */
public final class Erasure {
  /** Letters that are opened in one look; a mail may have 25 MB. */
  private static final int LETTERS = 500;

  private static final int MAILS = 4;
  private final Database database;
  private final Seals seals;

  public Erasure(Database database, Vault vault) {
    this.database = database;
    this.seals = new Seals(database, vault);
  }

  /** What there is of a person: a search of every text, sealed ones included. */
  public ErasurePlan plan(EmailAddress address) {
    Mention mention = Mention.of(address);
    Gathering all = new Gathering();
    SortedSet<Long> tickets = database.atLeisure(session -> named(mapper(session), mention));
    gatherTickets(tickets, all);
    database.atLeisure(
        session -> {
          mapper(session).mailsNamed(mention.pattern()).forEach(part -> all.mail(part));
          return true;
        });
    Optional<Mention> references =
        tickets.isEmpty() ? Optional.empty() : Optional.of(Mention.ofTickets(tickets));
    search(
        LETTERS,
        ErasureMapper::letters,
        (session, row) -> seals.openLetter(session, row.id(), row.sealed()),
        mention,
        references,
        all::letter,
        all);
    search(
        MAILS,
        ErasureMapper::mails,
        (session, row) -> seals.openMail(session, row.id(), row.sealed()),
        mention,
        references,
        all::mail,
        all);
    return all.plan(Optional.of(address));
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
          all.letters.addAll(mapper(session).looseLetters(before, limit));
          all.mails.addAll(mapper(session).looseMails(before, limit));
          return true;
        });
    return all.plan(Optional.empty());
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
   * Of the letters that a plan found, those that were written to the person, opened, oldest first.
   */
  public List<OutboundMail> lettersTo(EmailAddress address, ErasurePlan found) {
    if (found.letters().isEmpty()) {
      return List.of();
    }
    return database.inTransaction(
        session ->
            mapper(session).lettersTo(address.toString(), found.letters()).stream()
                .flatMap(row -> seals.openLetter(session, row.id(), row.sealed()).found().stream())
                .map(octets -> OutboundMailCodec.read(octets.octets()))
                .toList());
  }

  /** Of the mails that a plan found, those that the person wrote, oldest first. */
  public List<Mail> mailsOf(EmailAddress address, ErasurePlan found) {
    return found.mails().isEmpty()
        ? List.of()
        : database.inTransaction(
            session -> mapper(session).mailsFrom(address.toString(), found.mails()));
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

  /** Tickets with a text, of theirs or of what belongs to them, that names somebody. */
  private static SortedSet<Long> named(ErasureMapper mapper, Mention mention) {
    List<String> parts = mapper.tablesOfTickets();
    SortedSet<Long> tickets = new TreeSet<>();
    for (Texts texts : mapper.texts()) {
      boolean itself = texts.name().equals("ticket");
      if (itself || parts.contains(texts.name())) {
        tickets.addAll(
            mapper.ticketsNamed(
                texts.name(), itself ? "id" : "ticket_id", texts.columns(), mention.pattern()));
      }
    }
    return tickets;
  }

  private void gatherTickets(SortedSet<Long> ids, Gathering all) {
    if (!ids.isEmpty()) {
      database.inTransaction(
          session -> {
            ErasureMapper mapper = mapper(session);
            mapper.lines(ids).forEach(all::ticket);
            mapper.mailsOf(ids).forEach(all::mail);
            mapper.lettersOf(ids).forEach(all::letter);
            return true;
          });
    }
  }

  /** Reads sealed rows by their ids. */
  @FunctionalInterface
  private interface Slice {
    List<Sealed> of(ErasureMapper mapper, long after, int limit);
  }

  /** What is found is given on. */
  @FunctionalInterface
  private interface Finder {
    void found(Part part);
  }

  /**
   * Opens every sealed row. One that belongs to no ticket goes also when it names a ticket that
   * goes.
   */
  private void search(
      int slice,
      Slice rows,
      BiFunction<SqlSession, Sealed, Opened> opener,
      Mention mention,
      Optional<Mention> references,
      Finder finder,
      Gathering all) {
    for (long after = 0; after >= 0; ) {
      long from = after;
      after =
          database.inTransaction(
              session -> {
                List<Sealed> some = rows.of(mapper(session), from, slice);
                for (Sealed row : some) {
                  Opened opened = opener.apply(session, row);
                  if (opened.found().isEmpty()) {
                    all.unopened++;
                  }
                  byte[] octets = opened.octets().octets();
                  boolean loose = row.ticketId() == null && references.isPresent();
                  if (mention.in(row.beside())
                      || mention.in(octets)
                      || (loose && references.orElseThrow().in(octets))) {
                    finder.found(new Part(row.id(), row.ticketId(), row.state()));
                  }
                }
                return some.isEmpty() ? -1 : some.get(some.size() - 1).id();
              });
    }
  }

  /** What was found so far. */
  private final class Gathering {
    private final List<Line> tickets = new ArrayList<>();
    private final SortedSet<Long> letters = new TreeSet<>();
    private final SortedSet<Long> mails = new TreeSet<>();
    private final SortedSet<Long> beside = new TreeSet<>();
    private final List<String> obstacles = new ArrayList<>();
    private int unopened;

    void ticket(Line line) {
      tickets.add(line);
      if (!line.state().closed()) {
        obstacles.add(
            "%s is open (%s): it has to end first".formatted(line.reference(), line.state()));
      }
    }

    void letter(Part part) {
      boolean waits = part.state().equals("PENDING") || part.state().equals("WAITING");
      if (letters.add(part.id()) && waits) {
        obstacles.add(
            "letter %d waits to be sent: let it go, or drop it (latchkey outbox drop %d)"
                .formatted(part.id(), part.id()));
      }
      of(part);
    }

    void mail(Part part) {
      if (mails.add(part.id()) && part.state().equals("RECEIVED")) {
        obstacles.add("mail %d waits to be worked on: let the desk run".formatted(part.id()));
      }
      of(part);
    }

    /** Of a ticket that stays nothing is taken while it is open. */
    private void of(Part part) {
      Long ticket = part.ticketId();
      if (ticket != null && tickets.stream().noneMatch(line -> line.id() == ticket)) {
        beside.add(ticket);
      }
    }

    ErasurePlan plan(Optional<EmailAddress> address) {
      if (!beside.isEmpty()) {
        List<Line> others = database.inTransaction(session -> mapper(session).lines(beside));
        others.stream()
            .filter(line -> !line.state().closed())
            .forEach(
                line ->
                    obstacles.add(
                        "%s, of somebody else, is open (%s) and a mail or letter of it names them: it has to end first"
                            .formatted(new Reference(line.id()), line.state())));
      }
      return new ErasurePlan(
          address, List.copyOf(tickets), letters, mails, List.copyOf(obstacles), unopened);
    }
  }
}
