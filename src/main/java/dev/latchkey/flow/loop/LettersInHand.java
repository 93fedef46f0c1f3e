package dev.latchkey.flow.loop;

import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.SendResult;
import dev.latchkey.store.Outbox;
import dev.latchkey.store.Outbox.Claimed;
import dev.latchkey.store.Outbox.Result;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.database.StoreUnavailableException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letters of one round while they are sent. Each is noted right before it is handed over, which
 * also tells whether it still is ours, and its answer is written right after it: a process that
 * ends in between sends one letter twice for each connection, and no batch.
 */
final class LettersInHand implements MailSender.Hand {
  private static final Logger LOG = LoggerFactory.getLogger(LettersInHand.class);

  private static final SendResult LEFT =
      new SendResult.NoAnswer(
          "the desk was stopped before the server answered; it may have arrived");

  private final Outbox outbox;
  private final List<Letter> letters;
  private final BiFunction<Claimed, SendResult, Result> judge;
  private final Queue<Result> unwritten;
  private final BooleanSupplier stopping;
  private final Failpoints failpoints;
  private final InstantSource clock;

  /** A claimed letter and whether a server is about to answer for it. */
  private static final class Letter {
    private Claimed claimed;
    private boolean inHand;

    Letter(Claimed claimed) {
      this.claimed = claimed;
    }
  }

  /**
   * @param judge what an answer means
   * @param unwritten takes what an answer means until it is written
   */
  LettersInHand(
      Outbox outbox,
      List<Claimed> claimed,
      BiFunction<Claimed, SendResult, Result> judge,
      Queue<Result> unwritten,
      BooleanSupplier stopping,
      Failpoints failpoints,
      InstantSource clock) {
    this.outbox = outbox;
    this.letters = claimed.stream().map(Letter::new).toList();
    this.judge = judge;
    this.unwritten = unwritten;
    this.stopping = stopping;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  @Override
  public boolean over(int mail) {
    Letter letter = letters.get(mail);
    if (stopping.getAsBoolean()) {
      return false;
    }
    List<Result> answers = taken();
    synchronized (letter) {
      try {
        letter.claimed = handOver(letter, answers);
        letter.inHand = true;
        return true;
      } catch (StoreConflictException e) {
        finishEach(answers);
      } catch (StoreUnavailableException e) {
        unwritten.addAll(answers);
        throw e;
      }
      return overAlone(letter);
    }
  }

  private boolean overAlone(Letter letter) {
    try {
      letter.claimed = handOver(letter, List.of());
      letter.inHand = true;
      return true;
    } catch (StoreConflictException e) {
      LOG.info(
          "outbox={} is not sent now: {}",
          letter.claimed.entry().id(),
          e.passing() ? e.getMessage() : "another process sends it");
      return false;
    }
  }

  private Claimed handOver(Letter letter, List<Result> answers) {
    return Conflicts.overLocks(
        () -> outbox.handOver(letter.claimed, answers, clock.instant(), Heartbeat.LEASE));
  }

  private void finish(List<Result> results) {
    Conflicts.overLocks(
        () -> {
          outbox.finish(results);
          return true;
        });
  }

  @Override
  public void answered(int mail, SendResult answer) {
    failpoints.hit(Failpoint.LETTER_SENT);
    Letter letter = letters.get(mail);
    synchronized (letter) {
      letter.inHand = false;
      unwritten.add(judge.apply(letter.claimed, answer));
    }
  }

  @Override
  public void rests() {
    write();
  }

  /**
   * Writes what is unwritten, as far as others hold no locks; when one lease was lost, each alone,
   * so that the rest is kept.
   */
  void write() {
    List<Result> answers = taken();
    if (answers.isEmpty()) {
      return;
    }
    try {
      finish(answers);
    } catch (StoreConflictException all) {
      finishEach(answers);
    } catch (StoreUnavailableException e) {
      unwritten.addAll(answers);
      throw e;
    }
  }

  /**
   * Counts those that a server is about to answer for as tried without an answer: they rest as long
   * as after any such try. An answer that still comes is written all the same.
   */
  void leave() {
    for (Letter letter : letters) {
      synchronized (letter) {
        if (letter.inHand) {
          letter.inHand = false;
          Result left = judge.apply(letter.claimed, LEFT);
          unwritten.add(left);
          letter.claimed = left.asLease();
        }
      }
    }
    write();
  }

  /** Keeps those that a server is about to answer for. */
  void renew() {
    for (Letter letter : letters) {
      synchronized (letter) {
        if (letter.inHand) {
          letter.claimed = outbox.renew(letter.claimed, clock.instant(), Heartbeat.LEASE);
        }
      }
    }
  }

  private List<Result> taken() {
    List<Result> taken = new ArrayList<>();
    for (Result one = unwritten.poll(); one != null; one = unwritten.poll()) {
      taken.add(one);
    }
    return taken;
  }

  private void finishEach(List<Result> results) {
    for (int i = 0; i < results.size(); i++) {
      try {
        finish(List.of(results.get(i)));
      } catch (StoreConflictException e) {
        if (e.passing()) {
          // The server has answered, and that stays true until it can be written.
          unwritten.add(results.get(i));
          continue;
        }
        LOG.warn(
            "outbox={} may have been sent twice: {}",
            results.get(i).claimed().entry().id(),
            e.getMessage());
      } catch (StoreUnavailableException e) {
        unwritten.addAll(results.subList(i, results.size()));
        throw e;
      }
    }
  }
}
