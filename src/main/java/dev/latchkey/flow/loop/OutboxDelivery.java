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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private static final int BATCH = 200;
  private final Outbox outbox;
  private final MailSender sender;
  private final RetryPolicy retries;
  private final Failpoints failpoints;
  private final InstantSource clock;

  /** Answers of the server that could not be written, because the database was away. */
  private final ConcurrentLinkedQueue<Result> unwritten = new ConcurrentLinkedQueue<>();

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger parked = new AtomicInteger();
  private volatile boolean stopping;

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

  /** From now on no letter is handed over; those that are, are waited for. */
  void stop() {
    stopping = true;
  }

  /** Sends one batch; first it writes what became of an earlier one, if that failed. */
  public Delivered deliverOnce() {
    hand(List.of()).write();
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
    sent.set(0);
    parked.set(aside - claim.keyless().size());
    if (!claim.mails().isEmpty()) {
      LettersInHand hand = hand(claim.mails());
      Heartbeat.during(hand::renew, () -> send(claim.mails(), hand));
      hand.write();
    }
    return new Delivered(claim.mails().size() + aside, sent.get(), parked.get());
  }

  private LettersInHand hand(List<Claimed> claimed) {
    return new LettersInHand(
        outbox, claimed, this::result, unwritten, () -> stopping, failpoints, clock);
  }

  /** All in one go; when one of them cannot even be written as a mail, each alone. */
  private void send(List<Claimed> claimed, LettersInHand hand) {
    List<OutboundMail> mails = claimed.stream().map(mail -> mail.entry().mail()).toList();
    Unsent unsent = new Unsent(hand, mails.size());
    try {
      sender.send(mails, unsent);
      return;
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.error("one of {} outgoing mails cannot be written as a mail", mails.size(), e);
    }
    for (int i : unsent.left()) {
      int place = i;
      try {
        sender.send(List.of(mails.get(i)), new One(hand, place));
      } catch (IllegalArgumentException | IllegalStateException e) {
        hand.answered(i, new SendResult.Refused(554, "it cannot be written as a mail"));
      }
    }
  }

  /** Knows which were not handed over. */
  private static final class Unsent implements MailSender.Hand {
    private final LettersInHand hand;
    private final Set<Integer> left;

    Unsent(LettersInHand hand, int mails) {
      this.hand = hand;
      this.left =
          Collections.synchronizedSet(
              IntStream.range(0, mails).boxed().collect(Collectors.toCollection(TreeSet::new)));
    }

    List<Integer> left() {
      return List.copyOf(left);
    }

    @Override
    public boolean over(int mail) {
      left.remove(mail);
      return hand.over(mail);
    }

    @Override
    public void answered(int mail, SendResult answer) {
      hand.answered(mail, answer);
    }

    @Override
    public void rests() {
      hand.rests();
    }
  }

  /** One of many that is sent alone. */
  private record One(LettersInHand hand, int place) implements MailSender.Hand {
    @Override
    public boolean over(int mail) {
      return hand.over(place);
    }

    @Override
    public void answered(int mail, SendResult answer) {
      hand.answered(place, answer);
    }

    @Override
    public void rests() {
      hand.rests();
    }
  }

  /** Drops the counters of budgets whose window ended. */
  public boolean forgetOldBudgets() {
    outbox.dropBudgetsBefore(clock.instant().minus(BUDGETS_KEPT));
    return true;
  }

  private Result result(Claimed mail, SendResult answer) {
    Instant now = clock.instant();
    OutboxEntry entry = mail.entry();
    Next next = retries.after(answer, entry.attempts(), entry.writtenAt(), now);
    if (next instanceof Next.Sent done) {
      sent.incrementAndGet();
      return new Result(mail, OutboxState.SENT, entry.attempts() + 1, now, done.reply(), now);
    }
    if (next instanceof Next.Park park) {
      parked.incrementAndGet();
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
}
