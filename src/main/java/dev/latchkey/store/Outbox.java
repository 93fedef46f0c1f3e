package dev.latchkey.store;

import dev.latchkey.mail.SafeText;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxMapper.Attempted;
import dev.latchkey.store.OutboxMapper.Row;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.secret.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mails of ours that wait to be sent. They are sent outside of any transaction. */
public final class Outbox {
  private static final String DAMAGED = "its stored text cannot be opened";
  private static final int LONGEST_ANSWER = 300;
  private final Database database;
  private final Seals seals;

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
    this.seals = new Seals(database, vault);
  }

  /**
   * What a call of {@link #claim} took.
   *
   * @param mails to be sent
   * @param damaged numbers of mails whose stored text cannot be opened, though the keys are right;
   *     they were parked
   */
  public record Claim(List<Claimed> mails, List<Long> damaged) {}

  /**
   * Claims mails that are due, oldest first.
   *
   * @throws VaultException when the key that one of them was sealed with is missing
   */
  public Claim claim(int limit, Instant now, Duration lease) {
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    seals.check();
    return database.inTransaction(
        session -> {
          OutboxMapper mapper = session.getMapper(OutboxMapper.class);
          List<Row> due = mapper.lockDue(now, limit);
          if (!due.isEmpty()) {
            mapper.lease(due.stream().map(Row::id).toList(), until);
          }
          Claim claim = new Claim(new ArrayList<>(), new ArrayList<>());
          for (Row row : due) {
            seals
                .openLetter(session, row.id(), row.sealed())
                .ifPresentOrElse(
                    mail -> claim.mails().add(new Claimed(OutgoingLetters.entry(row, mail), until)),
                    () -> claim.damaged().add(row.id()));
          }
          for (Row row : due) {
            if (claim.damaged().contains(row.id())) {
              mapper.finish(damaged(row, until, now));
            }
          }
          return claim;
        });
  }

  private static Attempted damaged(Row row, Instant lease, Instant now) {
    return new Attempted(row.id(), lease, OutboxState.PARKED, row.attempts(), now, DAMAGED, null);
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
                    SafeText.line(result.answer(), LONGEST_ANSWER),
                    result.sentAt()));
          }
          Rows.send(session);
          return true;
        });
  }

  /**
   * Mails of ours by their numbers, and those that brought reply addresses, each the newest first;
   * what cannot be opened is left out.
   *
   * @param tokens hashes of the tokens of the reply addresses
   * @throws VaultException when the key that one of them was sealed with is missing
   */
  public List<OutboxEntry> find(Collection<Long> ids, Collection<HashValue> tokens) {
    return database.inTransaction(
        session -> {
          OutboxMapper mapper = session.getMapper(OutboxMapper.class);
          Map<Long, Row> rows = new LinkedHashMap<>();
          if (!ids.isEmpty()) {
            mapper.findByIds(ids).forEach(row -> rows.put(row.id(), row));
          }
          if (!tokens.isEmpty()) {
            mapper
                .findByTokens(tokens.stream().map(HashValue::hex).toList())
                .forEach(row -> rows.put(row.id(), row));
          }
          List<OutboxEntry> found = new ArrayList<>();
          for (Row row : rows.values()) {
            seals
                .openLetter(session, row.id(), row.sealed())
                .ifPresent(mail -> found.add(OutgoingLetters.entry(row, mail)));
          }
          return found;
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
