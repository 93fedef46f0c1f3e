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
import java.util.BitSet;
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

  /** Rows whose text is looked through in one transaction. */
  private static final int ROWS = 20_000;

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
    Mention mention = Mention.of(address);
    Gathering all = new Gathering();
    SortedSet<Long> tickets = named(mention, watcher);
    gatherTickets(tickets, all);
    inPieces(
        "mail",
        "mails",
        watcher,
        (mapper, after, last) ->
            mapper.mailsNamed(mention.pattern(), after, last).forEach(part -> all.mail(part)));
    Optional<Mention> references =
        tickets.isEmpty() ? Optional.empty() : Optional.of(Mention.ofTickets(tickets));
    LookedThrough letters =
        search(
            "outbox",
            "letters",
            watcher,
            LETTERS,
            looked.letters(),
            ErasureMapper::letterNumbers,
            ErasureMapper::letters,
            (session, row) -> seals.openLetter(session, row.id(), row.sealed()),
            mention,
            references,
            all::letter,
            all);
    LookedThrough mails =
        search(
            "mail",
            "mails as they came",
            watcher,
            MAILS,
            looked.mails(),
            ErasureMapper::mailNumbers,
            ErasureMapper::mails,
            (session, row) -> seals.openMail(session, row.id(), row.sealed()),
            mention,
            references,
            all::mail,
            all);
    return all.plan(Optional.of(address), new ErasurePlan.Looked(letters, mails));
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
    return all.plan(Optional.empty(), ErasurePlan.Looked.NOWHERE);
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
    SortedSet<Long> named = named(Mention.of(address), watcher);
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

  /** Looks through rows, those after one number up to another. */
  @FunctionalInterface
  private interface Piece {
    void look(ErasureMapper mapper, long after, long last);
  }

  /** All rows of a table that is there now, some in each transaction. */
  private void inPieces(String table, String things, Watcher watcher, Piece piece) {
    long all = database.inTransaction(session -> mapper(session).last(table));
    for (long after = 0; after < all; after += ROWS) {
      long from = after;
      watcher.at(things, from, all);
      database.inTransaction(
          session -> {
            piece.look(mapper(session), from, Math.min(all, from + ROWS));
            return true;
          });
    }
  }

  /** Tickets with a text, of theirs or of what belongs to them, that names somebody. */
  private SortedSet<Long> named(Mention mention, Watcher watcher) {
    List<String> parts = database.inTransaction(session -> mapper(session).tablesOfTickets());
    List<Texts> tables =
        database.inTransaction(session -> mapper(session).texts()).stream()
            .filter(texts -> texts.name().equals("ticket") || parts.contains(texts.name()))
            .toList();
    SortedSet<Long> tickets = new TreeSet<>();
    inPieces(
        "ticket",
        "tickets",
        watcher,
        (mapper, after, last) -> {
          for (Texts texts : tables) {
            String key = texts.name().equals("ticket") ? "id" : "ticket_id";
            tickets.addAll(
                mapper.ticketsNamed(
                    texts.name(), key, texts.columns(), mention.pattern(), after, last));
          }
        });
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

  /** The numbers of the sealed rows of a span, lowest first. */
  @FunctionalInterface
  private interface Numbers {
    List<Long> of(ErasureMapper mapper, long after, long last);
  }

  /** Reads sealed rows by their numbers. */
  @FunctionalInterface
  private interface Slice {
    List<Sealed> of(ErasureMapper mapper, List<Long> ids);
  }

  /** What is found is given on. */
  @FunctionalInterface
  private interface Finder {
    void found(Part part);
  }

  /**
   * Opens every sealed row that was not looked through before. One that belongs to no ticket goes
   * also when it names a ticket that goes.
   *
   * @return what was looked through, and will never say anything else
   */
  private LookedThrough search(
      String table,
      String things,
      Watcher watcher,
      int slice,
      LookedThrough before,
      Numbers numbers,
      Slice rows,
      BiFunction<SqlSession, Sealed, Opened> opener,
      Mention mention,
      Optional<Mention> references,
      Finder finder,
      Gathering all) {
    BitSet looked = new BitSet();
    long last = database.inTransaction(session -> mapper(session).last(table));
    for (long after = 0; after < last; after += ROWS) {
      long from = after;
      List<Long> ids =
          before.without(
              database.inTransaction(
                  session -> numbers.of(mapper(session), from, Math.min(last, from + ROWS))));
      for (int first = 0; first < ids.size(); first += slice) {
        List<Long> some = ids.subList(first, Math.min(ids.size(), first + slice));
        watcher.at(things, some.get(0), last);
        database.inTransaction(
            session -> {
              for (Sealed row : rows.of(mapper(session), some)) {
                Opened opened = opener.apply(session, row);
                if (opened.found().isEmpty()) {
                  all.unopened++;
                } else if (row.ended() && LookedThrough.fits(row.id())) {
                  looked.set((int) row.id());
                }
                byte[] octets = opened.octets().octets();
                boolean loose = row.ticketId() == null && references.isPresent();
                if (mention.in(row.beside())
                    || mention.in(octets)
                    || (loose && references.orElseThrow().in(octets))) {
                  finder.found(new Part(row.id(), row.ticketId(), row.state()));
                }
              }
              return true;
            });
      }
    }
    return LookedThrough.of(looked);
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

    ErasurePlan plan(Optional<EmailAddress> address, ErasurePlan.Looked looked) {
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
          address, List.copyOf(tickets), letters, mails, List.copyOf(obstacles), unopened, looked);
    }
  }
}
