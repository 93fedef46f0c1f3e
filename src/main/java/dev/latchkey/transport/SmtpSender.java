package dev.latchkey.transport;

import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends by SMTP (RFC 5321) over a few kept connections, side by side.
 *
 * <p>A connection that is lost is replaced once a call, and the mails that were not yet tried on it
 * go over the new one. The mail it was lost with is not tried again: after the final dot nobody can
 * tell whether the server took it (RFC 5321 section 4.5.3.2.6), so it is answered as {@link
 * SendResult.NoAnswer} and may arrive twice when the caller sends it again, under the same
 * Message-ID.
 */
public final class SmtpSender implements MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

  /** From so many recipients in one call on, all of them refused, it is none of theirs. */
  private static final int EVERYBODY = 3;

  /** As a server answers to it (RFC 5321 section 4.2.3). */
  private static final int UNWRITABLE = 554;

  private final SmtpSettings settings;
  private final AccessTokens tokens;
  private final MimeRenderer renderer = new MimeRenderer();
  private final BlockingQueue<SmtpConnection> idle = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  /** One whose tokens, where it needs any, are forgotten with it. */
  public SmtpSender(SmtpSettings settings) {
    this(settings, new AccessTokens(KeptSecrets.inMemory(), InstantSource.system()));
  }

  public SmtpSender(SmtpSettings settings, AccessTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
    for (int i = 0; i < settings.connections(); i++) {
      idle.add(new SmtpConnection(settings, tokens));
    }
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            settings.connections(),
            work -> {
              Thread thread = new Thread(work, "smtp-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void send(List<OutboundMail> mails, Hand hand) {
    Batch batch = new Batch(mails, hand);
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(settings.connections(), mails.size()); i++) {
      workers.add(threads.submit(() -> work(batch)));
    }
    RuntimeException failure = null;
    for (Future<?> worker : workers) {
      try {
        await(worker);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    batch.end();
  }

  private Void work(Batch batch) throws InterruptedException {
    SmtpConnection connection = idle.take();
    try {
      connection.ensureOpen();
      if (!batch.sendUntilLost(connection)) {
        connection.ensureOpen();
        batch.sendUntilLost(connection);
      }
    } catch (MailTransportException e) {
      batch.whyNotTried = e.getMessage();
    } finally {
      idle.add(connection);
    }
    batch.hand.rests();
    return null;
  }

  /** Waits until the worker is done, which the timeouts bound, even when this thread may not. */
  private static void await(Future<?> worker) {
    boolean interrupted = false;
    while (true) {
      try {
        worker.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        if (e.getCause() instanceof RuntimeException known) {
          throw known;
        }
        throw new IllegalStateException("sending failed", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void check() throws MailTransportException {
    new SmtpConnection(settings, tokens).check();
  }

  /** Ends all connections; not to be called while {@link #send} runs. */
  @Override
  public void close() {
    threads.shutdown();
    idle.forEach(SmtpConnection::close);
  }

  /** A list of mails that several connections take their next one from. */
  private final class Batch {
    private final List<OutboundMail> mails;
    private final Hand hand;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, SendResult.Refused> refused = new TreeMap<>();
    private boolean tookOne;
    private volatile @Nullable String whyNotTried;

    Batch(List<OutboundMail> mails, Hand hand) {
      this.mails = mails;
      this.hand = hand;
    }

    /** Sends until no mail is left (true) or the connection was lost (false). Logs in anew once. */
    boolean sendUntilLost(SmtpConnection connection) throws MailTransportException {
      boolean anew = false;
      for (int i = next.getAndIncrement(); i < mails.size(); i = next.getAndIncrement()) {
        Optional<byte[]> octets = octets(i);
        if (octets.isPresent() && hand.over(i)) {
          SendResult result = connection.send(mails.get(i), octets.get());
          answered(i, result);
          if (SmtpConnection.isLost(result)) {
            return false;
          }
          if (connection.isForgotten() && !anew) {
            anew = true;
            connection.close();
            connection.ensureOpen();
          }
        }
      }
      return true;
    }

    private Optional<byte[]> octets(int mail) {
      try {
        return Optional.of(renderer.render(mails.get(mail)));
      } catch (IllegalArgumentException | IllegalStateException e) {
        LOG.error("{} cannot be written as a mail", mails.get(mail).messageId(), e);
        hand.answered(mail, new SendResult.Refused(UNWRITABLE, "it cannot be written as a mail"));
        return Optional.empty();
      }
    }

    /** A refusal is kept back until the server takes another mail, or the list has ended. */
    private void answered(int mail, SendResult result) {
      synchronized (refused) {
        if (result instanceof SendResult.Refused no && !tookOne) {
          refused.put(mail, no);
          return;
        }
        tookOne |= result instanceof SendResult.Accepted;
        if (tookOne) {
          refused.forEach(hand::answered);
          refused.clear();
        }
      }
      hand.answered(mail, result);
    }

    /** Answers for what is left, when no connection is at work any more. */
    void end() {
      boolean everybody = refusesEverybody();
      synchronized (refused) {
        refused.forEach((mail, no) -> hand.answered(mail, everybody ? toUs(no) : no));
        refused.clear();
      }
      String reason = whyNotTried;
      for (int i = next.getAndIncrement(); i < mails.size(); i = next.getAndIncrement()) {
        hand.answered(
            i,
            new SendResult.NoConnection(
                reason == null ? "not tried, the connection was lost before" : reason));
      }
      hand.rests();
    }

    /** A server that knows none of several recipients has something against us. */
    private boolean refusesEverybody() {
      return !tookOne
          && refused.keySet().stream().map(i -> mails.get(i).recipient()).distinct().count()
              >= EVERYBODY;
    }

    private SendResult toUs(SendResult.Refused refused) {
      return new SendResult.RefusedToUs(refused.code(), refused.reply());
    }
  }
}
