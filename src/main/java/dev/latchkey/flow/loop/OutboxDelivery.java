package dev.latchkey.flow.loop;

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
import dev.latchkey.store.RestoreHold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, outside of any transaction. A process that ends between the
 * server's answer and our note of it sends that mail once more, with the same Message-ID: that is
 * the one place where a mail may go out twice, and {@link LettersInHand} keeps it to one.
 */
public final class OutboxDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
  private static final Duration BUDGETS_KEPT = Duration.ofDays(2);

  /** How many are claimed at once. */
  static final int BATCH = 200;

  /** How long a batch may take; what is waited for in it ends by the sender's own time limits. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Outbox outbox;
  private final RestoreHold hold;
  private final MailSender sender;
  private final RetryPolicy retries;
  private final Failpoints failpoints;
  private final InstantSource clock;

  /** The batches that are being sent. */
  private final Set<LettersInHand> atWork = ConcurrentHashMap.newKeySet();

  /** Answers of the server that could not be written, because the database was away. */
  private final ConcurrentLinkedQueue<Result> unwritten = new ConcurrentLinkedQueue<>();

  private volatile boolean stopping;

  /**
   * @param hold notes outside of the database that it has come further, before a letter leaves
   */
  public OutboxDelivery(
      Outbox outbox,
      RestoreHold hold,
      MailSender sender,
      RetryPolicy retries,
      Failpoints failpoints,
      InstantSource clock) {
    this.outbox = outbox;
    this.hold = hold;
    this.sender = sender;
    this.retries = retries;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /** What came of a round. */
  public record Delivered(int claimed, int sent) {}

  /** From now on no letter is handed over; those that are, are waited for. */
  void stop() {
    stopping = true;
  }

  /** The process ends: what a server has no answer for yet is tried again as if none had come. */
  void leave() {
    atWork.forEach(LettersInHand::leave);
  }

  /**
   * Sends one batch; first it writes what became of an earlier one, if that failed. It may be
   * called while another call waits for a server: that one has its letters and this one others.
   */
  public Delivered deliverOnce() {
    AtomicInteger sent = new AtomicInteger();
    hand(List.of(), sent).write();
    Claim claim = Conflicts.retried(() -> outbox.claim(BATCH, clock.instant(), Heartbeat.LEASE));
    claim
        .damaged()
        .forEach(id -> LOG.error("outbox={} parked, its stored text cannot be opened", id));
    claim
        .keyless()
        .forEach(
            id ->
                LOG.error(
                    "outbox={} waits an hour: sealed with a key that is not configured; it belongs"
                        + " to former-keys",
                    id));
    claim
        .unknown()
        .forEach(
            id ->
                LOG.error(
                    "outbox={} parked, two processes ended while they handed it over; it may have"
                        + " arrived",
                    id));
    int aside = claim.damaged().size() + claim.keyless().size() + claim.unknown().size();
    if (!claim.mails().isEmpty()) {
      // So that a replica that takes over without these letters is known as one that lacks them.
      Conflicts.repeated(hold::advance);
      LettersInHand hand = hand(claim.mails(), sent);
      List<OutboundMail> mails = claim.mails().stream().map(mail -> mail.entry().mail()).toList();
      atWork.add(hand);
      try {
        Heartbeat.during(LONGEST, hand::renew, () -> sender.send(mails, hand));
      } finally {
        atWork.remove(hand);
      }
      hand.write();
    }
    return new Delivered(claim.mails().size() + aside, sent.get());
  }

  private LettersInHand hand(List<Claimed> claimed, AtomicInteger sent) {
    return new LettersInHand(
        outbox,
        claimed,
        (mail, answer) -> result(mail, answer, sent),
        unwritten,
        () -> stopping,
        failpoints,
        clock);
  }

  /** Drops the counters of budgets whose window ended. */
  public boolean forgetOldBudgets() {
    outbox.dropBudgetsBefore(clock.instant().minus(BUDGETS_KEPT));
    return true;
  }

  private static String number(OutboxEntry entry) {
    return entry.ticketId().map(String::valueOf).orElse("-");
  }

  private Result result(Claimed mail, SendResult answer, AtomicInteger sent) {
    Instant now = clock.instant();
    OutboxEntry entry = mail.entry();
    Next next = retries.after(answer, entry.attempts(), entry.writtenAt(), now);
    if (next instanceof Next.Sent done) {
      sent.incrementAndGet();
      LOG.info(
          "outbox={} ticket={} {} sent: {}",
          entry.id(),
          number(entry),
          entry.letter(),
          done.reply());
      return new Result(mail, OutboxState.SENT, entry.attempts() + 1, now, done.reply(), now);
    }
    if (next instanceof Next.Park park) {
      LOG.error(
          "outbox={} ticket={} {} parked, it will not be sent: {}",
          entry.id(),
          number(entry),
          entry.letter(),
          park.reason());
      return new Result(mail, OutboxState.PARKED, entry.attempts() + 1, now, park.reason(), null);
    }
    Next.RetryAt retry = (Next.RetryAt) next;
    LOG.info("outbox={} again at {}: {}", entry.id(), retry.at(), retry.reason());
    return new Result(
        mail, OutboxState.PENDING, retry.attempts(), retry.at(), retry.reason(), null);
  }
}
