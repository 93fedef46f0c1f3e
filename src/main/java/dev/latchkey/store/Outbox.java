package dev.latchkey.store;

import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxMapper.Attempted;
import dev.latchkey.store.OutboxMapper.Row;
import dev.latchkey.trust.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails of ours that wait to be sent. They are sent outside of any transaction. */
public final class Outbox {
  private final Database database;
  private final Vault vault;

  /** A mail that this process sends until {@code lease}. */
  public record Claimed(OutboxEntry entry, Instant lease) {}

  /**
   * What came of it.
   *
   * @param attempts refusals so far
   * @param nextAttemptAt when to try again; for a mail that is not PENDING any moment
   */
  public record Result(
      Claimed claimed,
      OutboxState state,
      int attempts,
      Instant nextAttemptAt,
      String answer,
      @Nullable Instant sentAt) {}

  public Outbox(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Claims mails that are due, oldest first. */
  public List<Claimed> claim(int limit, Instant now, Duration lease) {
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    List<Row> rows =
        database.inTransaction(
            session -> {
              OutboxMapper mapper = session.getMapper(OutboxMapper.class);
              List<Row> due = mapper.lockDue(now, limit);
              if (!due.isEmpty()) {
                mapper.lease(due.stream().map(Row::id).toList(), until);
              }
              return due;
            });
    return rows.stream().map(row -> new Claimed(OutboxShelf.entry(row, vault), until)).toList();
  }

  /**
   * Keeps what came of claimed mails.
   *
   * @throws StoreConflictException when a lease was lost: another process has sent that mail again
   */
  public void finish(List<Result> results) {
    database.inTransaction(
        session -> {
          OutboxMapper mapper = session.getMapper(OutboxMapper.class);
          for (Result result : results) {
            mapper.finish(
                new Attempted(
                    result.claimed().entry().id(),
                    result.claimed().lease(),
                    result.state(),
                    result.attempts(),
                    result.nextAttemptAt(),
                    result.answer(),
                    result.sentAt()));
          }
          Rows.requireOneEach(session, "the lease on an outgoing mail was lost");
          return true;
        });
  }

  /** How many mails wait. */
  public long countPending() {
    return database.inTransaction(session -> session.getMapper(OutboxMapper.class).countPending());
  }

  /** Drops the counters of windows that ended before. */
  public void dropBudgetsBefore(Instant before) {
    database.inTransaction(
        session -> {
          session.getMapper(OutboxMapper.class).dropOldWindows(before);
          return true;
        });
  }
}
