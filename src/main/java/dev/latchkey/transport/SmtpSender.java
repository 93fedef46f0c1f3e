package dev.latchkey.transport;

import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends by SMTP (RFC 5321) over a few kept connections, side by side.
 *
 * <p>A connection that is lost is replaced once a call, and the mails that were not yet tried on it
 * go over the new one. The mail it was lost with is not tried again: after the final dot nobody can
 * tell whether the server took it (RFC 5321 section 4.5.3.2.6), so it is answered as {@link
 * SendResult.NoConnection} and may arrive twice when the caller sends it again, under the same
 * Message-ID.
 */
public final class SmtpSender implements MailSender {
  /** From so many recipients in one call on, all of them refused, it is none of theirs. */
  private static final int EVERYBODY = 3;

  private final SmtpSettings settings;
  private final MimeRenderer renderer = new MimeRenderer();
  private final BlockingQueue<SmtpConnection> idle = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  public SmtpSender(SmtpSettings settings) {
    this.settings = settings;
    for (int i = 0; i < settings.connections(); i++) {
      idle.add(new SmtpConnection(settings));
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

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when a mail cannot be written as meant (a bug); none was sent
   */
  @Override
  public List<SendResult> send(List<OutboundMail> mails) {
    Batch batch = new Batch(mails, mails.stream().map(renderer::render).toList());
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(settings.connections(), mails.size()); i++) {
      workers.add(threads.submit(() -> work(batch)));
    }
    workers.forEach(SmtpSender::await);
    return batch.results();
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
        throw new IllegalStateException("sending failed", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void check() throws MailTransportException {
    new SmtpConnection(settings).check();
  }

  /** Ends all connections; not to be called while {@link #send} runs. */
  @Override
  public void close() {
    threads.shutdown();
    idle.forEach(SmtpConnection::close);
  }

  /** A list of mails that several connections take their next one from. */
  private static final class Batch {
    private final List<OutboundMail> mails;
    private final List<byte[]> octets;
    private final AtomicInteger next = new AtomicInteger();
    private final List<@Nullable SendResult> results;
    private volatile @Nullable String whyNotTried;

    Batch(List<OutboundMail> mails, List<byte[]> octets) {
      this.mails = mails;
      this.octets = octets;
      results =
          Collections.synchronizedList(new ArrayList<>(Collections.nCopies(mails.size(), null)));
    }

    /** Sends until no mail is left (true) or the connection was lost (false). */
    boolean sendUntilLost(SmtpConnection connection) {
      for (int i = next.getAndIncrement(); i < mails.size(); i = next.getAndIncrement()) {
        SendResult result = connection.send(mails.get(i), octets.get(i));
        results.set(i, result);
        if (result instanceof SendResult.NoConnection) {
          return false;
        }
      }
      return true;
    }

    List<SendResult> results() {
      String reason = whyNotTried;
      SendResult notTried =
          new SendResult.NoConnection(
              reason == null ? "not tried, the connection was lost before" : reason);
      boolean everybody = refusesEverybody();
      return results.stream()
          .map(result -> result == null ? notTried : everybody ? toUs(result) : result)
          .toList();
    }

    /** A server that knows none of several recipients has something against us. */
    private boolean refusesEverybody() {
      return results.stream().allMatch(SendResult.Refused.class::isInstance)
          && mails.stream().map(OutboundMail::recipient).distinct().count() >= EVERYBODY;
    }

    private static SendResult toUs(SendResult result) {
      return result instanceof SendResult.Refused refused
          ? new SendResult.RefusedToUs(refused.code(), refused.reply())
          : result;
    }
  }
}
