package dev.latchkey.store;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.store.ExecutionMapper.Row;
import dev.latchkey.store.database.Database;
import dev.latchkey.trust.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Opens the transactions in which the desk works on tickets, and claims what is to be executed. */
public final class DeskStore {
  private final Database database;
  private final Seals seals;
  private final Sequences numbers =
      new Sequences(new ReservedNumbers(), new ReservedNumbers(), new ReservedNumbers());

  record Sequences(Numbers tickets, Numbers tokens, Numbers outbox) {}

  public DeskStore(Database database, Vault vault) {
    this.database = database;
    this.seals = new Seals(database, vault);
  }

  /**
   * One transaction.
   *
   * @param batch how many mails it is about
   * @throws StoreConflictException after rolling back, when somebody else wrote first
   */
  public <T extends @Nullable Object> T work(Instant now, int batch, Function<UnitOfWork, T> task) {
    seals.check();
    return database.inTransaction(
        session -> {
          UnitOfWork work =
              new UnitOfWork(session, now.truncatedTo(ChronoUnit.MICROS), numbers, batch, seals);
          T result = task.apply(work);
          work.flush();
          return result;
        });
  }

  /** Mails that come in some at a time. */
  @FunctionalInterface
  public interface Arrivals {
    /** The next ones; empty when all have come. */
    Optional<List<RawMail>> next() throws MailTransportException;
  }

  /** One transaction, which is taken back whatever it did. */
  public <T> T rehearse(Instant now, Function<UnitOfWork, T> task) {
    List<T> result = new ArrayList<>();
    takenBack(
        session -> {
          Instant moment = now.truncatedTo(ChronoUnit.MICROS);
          Numbers own = new RehearsedNumbers(moment);
          result.add(rehearsed(session, moment, own, List.of(), (work, none) -> task.apply(work)));
          return Optional.empty();
        });
    return result.get(0);
  }

  /**
   * The same about mails that are no rows yet, batch by batch as they come, so that few are in
   * memory at a time; each batch finds what those before it did.
   *
   * @param task given each batch as if this process had claimed it
   * @return what it answered for each
   * @throws MailTransportException when no more can be had
   */
  public <T> List<T> rehearse(
      Instant now, Arrivals arrivals, BiFunction<UnitOfWork, List<ClaimedMail>, T> task)
      throws MailTransportException {
    List<T> results = new ArrayList<>();
    Optional<MailTransportException> away =
        takenBack(
            session -> {
              Instant moment = now.truncatedTo(ChronoUnit.MICROS);
              Numbers own = new RehearsedNumbers(moment);
              try {
                for (Optional<List<RawMail>> mails = arrivals.next();
                    mails.isPresent();
                    mails = arrivals.next()) {
                  results.add(rehearsed(session, moment, own, mails.get(), task));
                }
                return Optional.empty();
              } catch (MailTransportException e) {
                return Optional.of(e);
              }
            });
    if (away.isPresent()) {
      throw away.get();
    }
    return results;
  }

  private <T> T rehearsed(
      SqlSession session,
      Instant moment,
      Numbers own,
      List<RawMail> mails,
      BiFunction<UnitOfWork, List<ClaimedMail>, T> task) {
    List<ClaimedMail> claimed = MailStore.rehearse(session, mails, moment, own);
    Sequences taken = new Sequences(own, own, own);
    UnitOfWork work = new UnitOfWork(session, moment, taken, mails.size(), seals);
    T result = task.apply(work, claimed);
    work.flush();
    Rows.send(session);
    return result;
  }

  private Optional<MailTransportException> takenBack(
      Function<SqlSession, Optional<MailTransportException>> task) {
    seals.check();
    List<Optional<MailTransportException>> ended = new ArrayList<>();
    try {
      database.inTransaction(
          session -> {
            ended.add(task.apply(session));
            throw new TakenBackException();
          });
    } catch (TakenBackException e) {
      return ended.get(0);
    }
    throw new IllegalStateException("a rehearsal was not taken back");
  }

  /** Ends a rehearsal. */
  private static final class TakenBackException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Claims orders that are to be carried out now; the attempt counts now.
   *
   * @param kinds only of these kinds, at least one
   */
  public List<ClaimedExecution> claimExecutions(
      Set<Executions.Kind> kinds, int limit, Instant now, Duration lease) {
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    return database.inTransaction(
        session -> {
          ExecutionMapper mapper = session.getMapper(ExecutionMapper.class);
          List<Row> due = mapper.lockDue(kinds, now, limit);
          if (!due.isEmpty()) {
            mapper.lease(due.stream().map(Row::decision).toList(), until);
          }
          return due.stream()
              .map(
                  row ->
                      new ClaimedExecution(
                          row.decision(), row.ticketId(), row.kind(), row.attempts() + 1, until))
              .toList();
        });
  }

  /**
   * Gives back a claim that something outside interrupted: it counts as no attempt. Nothing happens
   * when it was ended or put off before, or claimed by somebody else since.
   */
  public void giveBack(ClaimedExecution claimed, Instant now) {
    database.inTransaction(
        session -> {
          session
              .getMapper(ExecutionMapper.class)
              .giveBack(claimed.decision(), claimed.lease(), now, null);
          return true;
        });
  }
}
