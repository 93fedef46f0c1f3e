package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether everything that reaches the outside waits, because an old dump was restored and no
 * operator has looked yet at what that means. It is told by {@code latchkey restored}, or noticed
 * by a mark outside the database: a number grows in the database with every round, is committed,
 * and then noted in a file; a database with a lower number than the file has was restored.
 */
public final class RestoreHold {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreHold.class);

  /** References, letters and tokens that are left out: more than a desk gives in a year. */
  private static final long NUMBERS = 10_000;

  /** No number is known to have been given. */
  private static final List<Long> NOTHING = List.of(0L, 0L, 0L, 0L);

  /** Above what the other nodes' files can have: more rounds than there are in a year. */
  private static final long ROUNDS = 1_000_000;

  private final Database database;
  private final InstantSource clock;
  private final Optional<MarkFile> file;
  private volatile Optional<RestoreMark> seen = Optional.empty();
  private volatile String lastFault = "";

  /** What a mark outside the database tells of it. */
  public enum Told {
    /** No file is named for one. */
    NO_FILE,
    /** It cannot be written. */
    UNWRITABLE,
    /** There is none yet, or it is another database's. */
    NONE,
    /** The database is not older than it. */
    FINE,
    /** The database is older. */
    RESTORED
  }

  /**
   * @param clock the database's
   * @param file has the mark outside the database; empty: a restored dump is not noticed
   */
  public RestoreHold(Database database, InstantSource clock, Optional<Path> file) {
    this.database = database;
    this.clock = clock;
    this.file = file.map(MarkFile::new);
  }

  /**
   * Since when; empty when nothing waits. Looks first whether the database was restored meanwhile.
   */
  public Optional<Instant> since() {
    look();
    return since(database);
  }

  /** The same of any database, without a look. */
  public static Optional<Instant> since(Database database) {
    return database.inTransaction(
        session -> Optional.ofNullable(session.getMapper(RestoreMapper.class).since()));
  }

  /** Begins the hold, and says so, when the database is older than it was. */
  public synchronized void look() {
    // In this order, for it grows meanwhile.
    Optional<RestoreMark> before = before();
    Optional<RestoreMark> there = mark();
    if (there.isEmpty() || before.isEmpty()) {
      return;
    }
    if (!there.get().desk().equals(before.get().desk())) {
      LOG.warn(
          "database.mark: {} is of another database, and is written anew; two desks on a machine need"
              + " a file each",
          file.map(MarkFile::toString).orElse("what was noted"));
      seen = there;
    }
    if (!there.get().isOlderThan(before.get())) {
      return;
    }
    begin();
    LOG.error(
        "restored: the database is older than it was: its number is {}, and was {}{}. An old dump was"
            + " restored, or a replica took over that lacks the last changes. From now on nothing is"
            + " sent and nothing carried out: call latchkey restored, look at what it says, then"
            + " call latchkey restored --go-on",
        there.get().number(),
        before.get().number(),
        file.map(path -> " by " + path).orElse(""));
  }

  /** Lets the number grow, and notes it outside of the database when it is committed. */
  public void advance() {
    look();
    Optional<RestoreMark> mark =
        database.inTransaction(
            session -> {
              RestoreMapper mapper = session.getMapper(RestoreMapper.class);
              mapper.advance();
              Rows.send(session);
              return Optional.ofNullable(mapper.mark());
            });
    mark.ifPresent(this::note);
  }

  /**
   * From now on nothing is sent and nothing carried out, and no number is given again that may have
   * been given before: they go on well above the database's own and those that the mark knows of.
   * Once more only numbers are left out, unless a mark outside the database shows that nothing was
   * restored since they were.
   *
   * @return the next reference, then the next numbers of mails, letters and tokens
   */
  public List<Long> begin() {
    Optional<RestoreMark> before = before();
    List<Long> next =
        before.filter(this::skippedSince).isPresent()
            ? database.skipNumbers(NOTHING, 0)
            : database.skipNumbers(
                before.filter(this::isOfThisDatabase).map(RestoreMark::next).orElse(NOTHING),
                NUMBERS);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.inTransaction(
        session -> {
          session.getMapper(RestoreMapper.class).begin(now);
          before.ifPresent(mark -> raise(session, mark));
          return true;
        });
    mark().ifPresent(this::note);
    return next;
  }

  private boolean isOfThisDatabase(RestoreMark before) {
    return mark().filter(there -> there.desk().equals(before.desk())).isPresent();
  }

  /** Whether the hold stands, and is no part of a dump that is older than the mark. */
  private boolean skippedSince(RestoreMark before) {
    return since(database).isPresent()
        && mark()
            .filter(there -> there.desk().equals(before.desk()) && !there.isOlderThan(before))
            .isPresent();
  }

  /** Above what was noted, so that it is noticed once. */
  private static void raise(SqlSession session, RestoreMark before) {
    RestoreMapper mapper = session.getMapper(RestoreMapper.class);
    mapper.lock();
    RestoreMark there = mapper.mark();
    if (there != null && there.isOlderThan(before)) {
      mapper.raise(before.number() + ROUNDS);
    }
  }

  /** Goes on as ever. */
  public void end() {
    database.inTransaction(
        session -> {
          session.getMapper(RestoreMapper.class).end();
          return true;
        });
  }

  /**
   * What the file tells of a database that is up to date; changes nothing.
   *
   * @throws IOException when it cannot be read
   */
  public static Told ask(Database database, Optional<Path> path) throws IOException {
    if (path.isEmpty()) {
      return Told.NO_FILE;
    }
    MarkFile file = new MarkFile(path.get());
    Optional<RestoreMark> before = file.read();
    if (!file.isWritable()) {
      return Told.UNWRITABLE;
    }
    Optional<RestoreMark> there = mark(database);
    if (there.isEmpty() || before.filter(m -> m.desk().equals(there.get().desk())).isEmpty()) {
      return Told.NONE;
    }
    return there.get().isOlderThan(before.get()) ? Told.RESTORED : Told.FINE;
  }

  /** What was noted last: by this process, or else by one before it. */
  private Optional<RestoreMark> before() {
    if (seen.isPresent() || file.isEmpty()) {
      return seen;
    }
    try {
      return file.get().read();
    } catch (IOException e) {
      fault("cannot be read", e);
      return Optional.empty();
    }
  }

  private Optional<RestoreMark> mark() {
    return mark(database);
  }

  private static Optional<RestoreMark> mark(Database database) {
    return database.inTransaction(
        session -> Optional.ofNullable(session.getMapper(RestoreMapper.class).mark()));
  }

  private void note(RestoreMark mark) {
    seen = Optional.of(mark);
    if (file.isEmpty()) {
      return;
    }
    try {
      file.get().write(mark);
      lastFault = "";
    } catch (IOException e) {
      fault("cannot be written", e);
    }
  }

  /** Says the same once. */
  private void fault(String what, IOException e) {
    String fault = what + ": " + e;
    if (!fault.equals(lastFault)) {
      lastFault = fault;
      LOG.warn(
          "database.mark: {} {}; an old dump that is restored is not noticed until it can: make its"
              + " folder, and let the user of the desk write there",
          file.map(MarkFile::toString).orElse(""),
          fault);
    }
  }
}
