package dev.latchkey.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether everything that reaches the outside waits, because an old dump was restored and no
 * operator has looked yet at what that means.
 */
public final class RestoreHold {
  private final Database database;

  public RestoreHold(Database database) {
    this.database = database;
  }

  /** Since when; empty when nothing waits. */
  public Optional<Instant> since() {
    return since(database);
  }

  /** The same of any database. */
  public static Optional<Instant> since(Database database) {
    return database.inTransaction(
        session -> Optional.ofNullable(session.getMapper(RestoreMapper.class).since()));
  }

  /** From now on nothing is sent and nothing carried out; once more it changes nothing. */
  public void begin(Instant now) {
    database.inTransaction(
        session -> {
          session.getMapper(RestoreMapper.class).begin(now.truncatedTo(ChronoUnit.MICROS));
          return true;
        });
  }

  /** Goes on as ever. */
  public void end() {
    database.inTransaction(
        session -> {
          session.getMapper(RestoreMapper.class).end();
          return true;
        });
  }
}
