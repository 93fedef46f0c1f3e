package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that were put aside, because nothing could be done with them. */
public final class Quarantine {
  private final Database database;

  public Quarantine(Database database) {
    this.database = database;
  }

  /** Mails put aside, newest first. */
  public List<QuarantinedMail> list(int limit) {
    return database.inTransaction(
        session ->
            session.getMapper(MailMapper.class).listQuarantine(limit).stream()
                .map(QuarantinedMail::of)
                .toList());
  }

  /** One mail put aside. */
  public Optional<QuarantinedMail> find(long id) {
    return database.inTransaction(
        session ->
            Optional.ofNullable(session.getMapper(MailMapper.class).findQuarantined(id))
                .map(QuarantinedMail::of));
  }

  /** Has a mail put aside worked on once more. */
  public boolean replay(long id, Instant now) {
    return database.inTransaction(
        session -> {
          MailMapper mapper = session.getMapper(MailMapper.class);
          boolean there = mapper.findQuarantined(id) != null;
          mapper.replay(id, now);
          return there;
        });
  }

  /**
   * Drops the octets of mails that broke a limit or the parser and were put aside before then: who
   * sent them was told, and their row stays.
   */
  public boolean dropMalformedBefore(Instant then) {
    return database.inTransaction(
        session -> {
          session.getMapper(MailMapper.class).deleteMalformed(then);
          return true;
        });
  }
}
