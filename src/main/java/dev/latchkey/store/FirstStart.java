package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** When the desk started for the first time, kept for good. */
public final class FirstStart {
  private final Database database;

  public FirstStart(Database database) {
    this.database = database;
  }

  /**
   * The first start.
   *
   * @param since mails that arrived before are not answered
   * @param sorted whether the mailbox was looked through for those
   */
  public record Mark(Instant since, boolean sorted) {}

  /**
   * The mark, which is set now when there is none.
   *
   * @param since what it says then
   */
  public Mark begin(Instant now, Instant since) {
    return database.inTransaction(
        session -> {
          FirstStartMapper mapper = session.getMapper(FirstStartMapper.class);
          mapper.begin(now.truncatedTo(ChronoUnit.MICROS), since.truncatedTo(ChronoUnit.MICROS));
          Rows.send(session);
          return Optional.ofNullable(mapper.find()).orElseThrow();
        });
  }

  /** Whether a desk has worked here, also where the schema is older than the mark. */
  public boolean isPast() {
    return database.inTransaction(FirstStart::isPast);
  }

  private static boolean isPast(SqlSession session) {
    FirstStartMapper mapper = session.getMapper(FirstStartMapper.class);
    if (mapper.countTables("first_start") > 0) {
      return Optional.ofNullable(mapper.find()).filter(Mark::sorted).isPresent();
    }
    return mapper.countTables("mail") > 0 && mapper.holdsMails();
  }

  /** The mailbox was looked through. */
  public void sorted(Instant now) {
    database.inTransaction(
        session -> {
          session.getMapper(FirstStartMapper.class).sorted(now.truncatedTo(ChronoUnit.MICROS));
          return true;
        });
  }
}
