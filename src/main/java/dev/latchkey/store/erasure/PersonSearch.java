package dev.latchkey.store.erasure;

import dev.latchkey.store.Seals;
import dev.latchkey.store.Seals.Opened;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.erasure.ErasureMapper.Part;
import dev.latchkey.store.erasure.ErasureMapper.Sealed;
import dev.latchkey.store.erasure.ErasureMapper.Texts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.ibatis.session.SqlSession;

/**
 * Looks for whoever is named by a {@link Mention} in every text that is kept, sealed ones included,
 * some rows in each transaction. It takes as long as there is much of it.
 */
final class PersonSearch {
  /** Rows whose text is looked through in one transaction. */
  private static final int ROWS = 20_000;

  private final Database database;
  private final Seals seals;
  private final Mention mention;
  private final Erasure.Watcher watcher;

  PersonSearch(Database database, Seals seals, Mention mention, Erasure.Watcher watcher) {
    this.database = database;
    this.seals = seals;
    this.mention = mention;
    this.watcher = watcher;
  }

  /** Looks through rows, those after one number up to another. */
  @FunctionalInterface
  private interface Piece {
    void look(ErasureMapper mapper, long after, long last);
  }

  /** Tickets with a text, of theirs or of what belongs to them, that names the person. */
  SortedSet<Long> tickets() {
    List<String> parts = database.inTransaction(session -> mapper(session).tablesOfTickets());
    List<Texts> tables =
        database.inTransaction(session -> mapper(session).texts()).stream()
            .filter(texts -> texts.name().equals("ticket") || parts.contains(texts.name()))
            .toList();
    SortedSet<Long> tickets = new TreeSet<>();
    inPieces(
        "ticket",
        "tickets",
        (mapper, after, last) -> {
          for (Texts texts : tables) {
            String key = texts.name().equals("ticket") ? "id" : "ticket_id";
            tickets.addAll(
                mapper.ticketsNamed(texts.name(), key, texts.columns(), mention, after, last));
          }
        });
    return tickets;
  }

  /** Mails of which words that are kept in clear, or the sender, name the person. */
  void mails(Consumer<Part> found) {
    inPieces(
        "mail",
        "mails",
        (mapper, after, last) -> mapper.mailsNamed(mention, after, last).forEach(found));
  }

  /**
   * Mails of no ticket of which words that are kept in clear name a ticket that goes.
   *
   * @param references of the tickets that go
   */
  void looseMails(Mention references, Consumer<Part> found) {
    inPieces(
        "mail",
        "mails",
        (mapper, after, last) -> mapper.looseMailsNamed(references, after, last).forEach(found));
  }

  /** All rows of a table that is there now. */
  private void inPieces(String table, String things, Piece piece) {
    long all = last(table);
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

  /**
   * Opens every sealed row that was not looked through before. One that belongs to no ticket goes
   * also when it names a ticket that goes.
   *
   * @param before what need not be opened again
   * @param references of the tickets that go
   * @return what was looked through, and will never say anything else
   */
  LookedThrough sealed(
      SealedTable table,
      LookedThrough before,
      Optional<Mention> references,
      Gathering all,
      Consumer<Part> found) {
    BitSet looked = new BitSet();
    long last = last(table.table());
    for (long after = 0; after < last; after += ROWS) {
      long from = after;
      List<Long> numbers =
          before.without(
              database.inTransaction(
                  session -> table.numbers(mapper(session), from, Math.min(last, from + ROWS))));
      for (int first = 0; first < numbers.size(); first += table.atOnce()) {
        List<Long> some = numbers.subList(first, Math.min(numbers.size(), first + table.atOnce()));
        watcher.at(table.things(), some.get(0), last);
        database.inTransaction(
            session -> {
              for (Sealed row : table.rows(mapper(session), some)) {
                Opened opened = table.open(seals, session, row);
                if (opened.found().isEmpty()) {
                  all.unopened();
                } else if (row.ended() && LookedThrough.fits(row.id())) {
                  looked.set((int) row.id());
                }
                if (names(row, opened.octets().octets(), references)) {
                  found.accept(new Part(row.id(), row.ticketId(), row.state()));
                }
              }
              return true;
            });
      }
    }
    return LookedThrough.of(looked);
  }

  private boolean names(Sealed row, byte[] octets, Optional<Mention> references) {
    return mention.in(row.beside())
        || mention.in(octets)
        || (row.ticketId() == null && references.filter(named -> named.in(octets)).isPresent());
  }

  private long last(String table) {
    return database.inTransaction(session -> mapper(session).last(table));
  }

  private static ErasureMapper mapper(SqlSession session) {
    return session.getMapper(ErasureMapper.class);
  }
}
