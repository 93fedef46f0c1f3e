package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The copies in the folder for processed mail that have to go. */
public final class UnsafeCopies {
  private final Database database;

  public UnsafeCopies(Database database) {
    this.database = database;
  }

  /** Those that were handled, or looked for in vain, before a moment; the longest wait first. */
  public List<UnsafeCopy> due(UnsafeCopy.Why why, Instant before, int limit) {
    return database.inTransaction(
        session -> session.getMapper(CopyMapper.class).due(why.name(), before, limit));
  }

  /** These are gone. One that arrives again is looked for again. */
  public void gone(Collection<Long> mails) {
    if (!mails.isEmpty()) {
      database.inTransaction(
          session -> {
            session.getMapper(CopyMapper.class).gone(mails);
            return true;
          });
    }
  }

  /** These were not found. */
  public void missed(Collection<Long> mails, Instant now) {
    if (!mails.isEmpty()) {
      database.inTransaction(
          session -> {
            session.getMapper(CopyMapper.class).missed(mails, now);
            return true;
          });
    }
  }
}
