package dev.latchkey.flow.loop;

import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import dev.latchkey.outgoing.Next;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.outgoing.RetryPolicy;
import dev.latchkey.store.Outbox;
import dev.latchkey.store.Outbox.Claim;
import dev.latchkey.store.Outbox.Claimed;
import dev.latchkey.store.Outbox.Result;
import dev.latchkey.store.StoreConflictException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, outside of any transaction. A process that ends between the
 * server's answer and our note of it sends that mail once more, with the same Message-ID: that is
 * the one place where a mail may go out twice.
 */
public final class OutboxDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration BUDGETS_KEPT = Duration.ofDays(2);
  private static final int BATCH = 200;
  private final Outbox outbox;
  private final MailSender sender;
  private final RetryPolicy retries;
  private final Failpoints failpoints;
  private final InstantSource clock;

  /** Answers of the server that could not be written, because the database was away. */
  private final ConcurrentLinkedQueue<List<Result>> unwritten = new ConcurrentLinkedQueue<>();

  public OutboxDelivery(
      Outbox outbox,
      MailSender sender,
      RetryPolicy retries,
      Failpoints failpoints,
      InstantSource clock) {
    this.outbox = outbox;
    this.sender = sender;
    this.retries = retries;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /** What came of a round. */
  public record Delivered(int claimed, int sent, int parked) {}

  /** Sends one batch; first it writes what became of an earlier one, if that failed. */
  public Delivered deliverOnce() {
    writeUnwritten();
    Claim claim = Conflicts.retried(() -> outbox.claim(BATCH, clock.instant(), LEASE));
    List<Claimed> claimed = claim.mails();
    int parked = claim.damaged().size();
    claim
        .damaged()
        .forEach(id -> LOG.error("outbox={} parked, its stored text cannot be opened", id));
    if (claimed.isEmpty()) {
      return new Delivered(parked, 0, parked);
    }
    List<SendResult> answers = send(claimed);
    failpoints.hit(Failpoint.LETTER_SENT);
    Instant now = clock.instant();
    List<Result> results = new ArrayList<>();
    int sent = 0;
    for (int i = 0; i < claimed.size(); i++) {
      Result result = result(claimed.get(i), answers.get(i), now);
      sent += result.state() == OutboxState.SENT ? 1 : 0;
      parked += result.state() == OutboxState.PARKED ? 1 : 0;
      results.add(result);
    }
    unwritten.add(results);
    writeUnwritten();
    return new Delivered(claimed.size() + claim.damaged().size(), sent, parked);
  }

  /** All in one go; when one of them cannot even be written as a mail, each alone. */
  private List<SendResult> send(List<Claimed> claimed) {
    List<OutboundMail> mails = claimed.stream().map(mail -> mail.entry().mail()).toList();
    try {
      return sender.send(mails);
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.error("one of {} outgoing mails cannot be written as a mail", mails.size(), e);
    }
    List<SendResult> answers = new ArrayList<>();
    for (OutboundMail mail : mails) {
      try {
        answers.addAll(sender.send(List.of(mail)));
      } catch (IllegalArgumentException | IllegalStateException e) {
        answers.add(new SendResult.Refused(554, "it cannot be written as a mail"));
      }
    }
    return answers;
  }

  /** Drops the counters of budgets whose window ended. */
  public boolean forgetOldBudgets() {
    outbox.dropBudgetsBefore(clock.instant().minus(BUDGETS_KEPT));
    return true;
  }

  private void writeUnwritten() {
    while (!unwritten.isEmpty()) {
      List<Result> results = unwritten.element();
      finish(results);
      unwritten.remove(results);
    }
  }

  private Result result(Claimed mail, SendResult answer, Instant now) {
    OutboxEntry entry = mail.entry();
    Next next = retries.after(answer, entry.attempts(), entry.writtenAt(), now);
    if (next instanceof Next.Sent done) {
      return new Result(mail, OutboxState.SENT, entry.attempts() + 1, now, done.reply(), now);
    }
    if (next instanceof Next.Park park) {
      LOG.error(
          "outbox={} ticket={} {} parked, it will not be sent: {}",
          entry.id(),
          entry.ticketId().map(String::valueOf).orElse("-"),
          entry.letter(),
          park.reason());
      return new Result(mail, OutboxState.PARKED, entry.attempts() + 1, now, park.reason(), null);
    }
    Next.RetryAt retry = (Next.RetryAt) next;
    LOG.info("outbox={} again at {}: {}", entry.id(), retry.at(), retry.reason());
    return new Result(
        mail, OutboxState.PENDING, retry.attempts(), retry.at(), retry.reason(), null);
  }

  /** All at once; when one lease was lost, each alone, so that the others are kept. */
  private void finish(List<Result> results) {
    try {
      outbox.finish(results);
    } catch (StoreConflictException all) {
      for (Result result : results) {
        try {
          outbox.finish(List.of(result));
        } catch (StoreConflictException one) {
          LOG.warn(
              "outbox={} may have been sent twice: {}",
              result.claimed().entry().id(),
              one.getMessage());
        }
      }
    }
  }
}
