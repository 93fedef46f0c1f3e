package dev.latchkey.store;

import dev.latchkey.mail.SafeText;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxMapper.Attempted;
import dev.latchkey.store.OutboxMapper.HandOver;
import dev.latchkey.store.OutboxMapper.Row;
import dev.latchkey.store.database.Database;
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
  private static final String KEYLESS =
      "sealed with a key that is not configured; it belongs to former-keys";

  /** How long a letter rests whose key is missing. */
  private static final Duration FOR_A_KEY = Duration.ofHours(1);

  private static final String UNKNOWN =
      "handed over twice by processes that ended before the answer; it may have arrived";

  /** By processes that ended meanwhile: it is sent again once, and then a person looks. */
  private static final int MOST_HAND_OVERS = 2;

  private static final int LONGEST_ANSWER = 300;
  private final Database database;
  private final Seals seals;

  /** A mail that this process sends until {@code lease}. */
  public record Claimed(OutboxEntry entry, Instant lease) {
    private Claimed until(Instant later) {
      return new Claimed(entry, later);
    }
  }

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
      @Nullable Instant sentAt) {

    /** Its mail as this leaves it: another result may follow until it is claimed again. */
    public Claimed asLease() {
      return claimed.until(nextAttemptAt.truncatedTo(ChronoUnit.MICROS));
    }
  }

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
   * @param keyless numbers of mails that were sealed with a key that is not configured; they wait
   *     an hour for it
   * @param unknown numbers of mails that were handed over twice by processes that ended before the
   *     answer; they were parked
   */
  public record Claim(
      List<Claimed> mails, List<Long> damaged, List<Long> keyless, List<Long> unknown) {}

  /**
   * Claims mails that are due, oldest first.
   *
   * @throws VaultException when the key is wrong for everything
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
          Claim claim = claim(unknown(mapper, due));
          for (Row row : due) {
            if (claim.unknown().contains(row.id())) {
              mapper.finish(parked(row, until, now, UNKNOWN));
              mapper.handedOver(row.id());
              continue;
            }
            Seals.Opened opened = seals.openLetter(session, row.id(), row.sealed());
            switch (opened.standing()) {
              case OPEN ->
                  claim
                      .mails()
                      .add(
                          new Claimed(OutgoingLetters.entry(row, opened.octets().octets()), until));
              case DAMAGED, GONE -> {
                claim.damaged().add(row.id());
                mapper.finish(parked(row, until, now, DAMAGED));
              }
              case KEY_MISSING -> {
                claim.keyless().add(row.id());
                mapper.finish(keyless(row, until, now));
              }
            }
          }
          return claim;
        });
  }

  private static Claim claim(List<Long> unknown) {
    return new Claim(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), unknown);
  }

  private static List<Long> unknown(OutboxMapper mapper, List<Row> due) {
    return due.isEmpty()
        ? List.of()
        : mapper.findHandOvers(due.stream().map(Row::id).toList()).stream()
            .filter(handOver -> handOver.times() >= MOST_HAND_OVERS)
            .map(HandOver::outboxId)
            .toList();
  }

  private static Attempted parked(Row row, Instant lease, Instant now, String why) {
    return new Attempted(row.id(), lease, OutboxState.PARKED, row.attempts(), now, why, null);
  }

  private static Attempted keyless(Row row, Instant lease, Instant now) {
    return new Attempted(
        row.id(), lease, OutboxState.PENDING, row.attempts(), now.plus(FOR_A_KEY), KEYLESS, null);
  }

  /**
   * Notes that a claimed mail is handed over now, after what came of others.
   *
   * @return the mail with its new lease
   * @throws StoreConflictException when a lease was lost; nothing was noted
   */
  public Claimed handOver(Claimed mail, List<Result> results, Instant now, Duration lease) {
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    return database.inTransaction(
        session -> {
          OutboxMapper mapper = session.getMapper(OutboxMapper.class);
          finish(mapper, results);
          mapper.renew(mail.entry().id(), mail.lease(), until);
          mapper.handOver(mail.entry().id(), now);
          Rows.send(session);
          return mail.until(until);
        });
  }

  /**
   * Keeps a mail that is being handed over for longer.
   *
   * @throws StoreConflictException when the lease was lost
   */
  public Claimed renew(Claimed mail, Instant now, Duration lease) {
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    return database.inTransaction(
        session -> {
          session.getMapper(OutboxMapper.class).renew(mail.entry().id(), mail.lease(), until);
          Rows.send(session);
          return mail.until(until);
        });
  }

  /**
   * Keeps what came of claimed mails.
   *
   * @throws StoreConflictException when a lease was lost: another process has sent that mail again
   */
  public void finish(List<Result> results) {
    database.inTransaction(
        session -> {
          finish(session.getMapper(OutboxMapper.class), results);
          Rows.send(session);
          return true;
        });
  }

  private static void finish(OutboxMapper mapper, List<Result> results) {
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
    results.forEach(result -> mapper.handedOver(result.claimed().entry().id()));
  }

  /**
   * Mails of ours by their numbers, and those that brought reply addresses, each the newest first;
   * what cannot be opened is left out.
   *
   * @param tokens hashes of the tokens of the reply addresses
   * @throws VaultException when the key is wrong for everything
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
                .found()
                .ifPresent(mail -> found.add(OutgoingLetters.entry(row, mail.octets())));
          }
          return found;
        });
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
