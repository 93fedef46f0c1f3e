package dev.latchkey.flow.loop;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews leases while work lasts, so that they may be short: what a process held that is no more is
 * free within half a minute. Work that takes longer than it may hangs, and is renewed no more.
 */
final class Heartbeat {
  /** So long what is claimed belongs to its process after the last sign of life. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration EVERY = LEASE.dividedBy(4);
  private static final ScheduledExecutorService THREADS =
      Executors.newScheduledThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  private Heartbeat() {}

  /**
   * Works.
   *
   * @param longest how long the work may take
   * @param renew called from another thread meanwhile; when it fails it is called again
   */
  static void during(Duration longest, Runnable renew, Runnable work) {
    AtomicInteger left = new AtomicInteger((int) longest.dividedBy(EVERY));
    ScheduledFuture<?> beats =
        THREADS.scheduleWithFixedDelay(
            () -> beat(renew, left), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      beats.cancel(false);
    }
  }

  private static void beat(Runnable renew, AtomicInteger left) {
    if (left.getAndDecrement() > 0) {
      try {
        renew.run();
      } catch (RuntimeException e) {
        LOG.warn("a lease was not renewed: {}", e.getMessage());
      } catch (OutOfMemoryError e) {
        // The executor would keep it to itself.
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
