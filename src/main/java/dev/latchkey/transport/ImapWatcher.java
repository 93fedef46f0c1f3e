package dev.latchkey.transport;

import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailTransportException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for news of mail on a connection of its own (IDLE, RFC 2177 and RFC 9051 section 6.3.13),
 * which changes nothing in the mailbox. It tells of news when the server says how many mails there
 * are, and whenever it begins to wait, for what came before.
 *
 * <p>A server that is silent is asked every four minutes whether it is there, which also keeps the
 * way open through most networks: a connection of which only our half is left is noticed within
 * eight. One that talks meanwhile hears the command anew within 25 minutes; servers may forget it
 * after 30. A connection that was lost is made anew half a minute later.
 */
final class ImapWatcher implements Inbox.Watch {
  private static final Logger LOG = LoggerFactory.getLogger(ImapWatcher.class);

  /** How a watcher spends its time: shorter than these only in tests. */
  record Pace(Duration silence, Duration again, Duration pause) {
    static final Pace USUAL =
        new Pace(Duration.ofMinutes(4), Duration.ofMinutes(25), Duration.ofSeconds(30));
  }

  private final ImapSettings settings;
  private final AccessTokens tokens;
  private final Runnable news;
  private final Pace pace;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable ImapConnection connection;
  private boolean lost;

  private ImapWatcher(ImapSettings settings, AccessTokens tokens, Runnable news, Pace pace) {
    this.settings = settings;
    this.tokens = tokens;
    this.news = news;
    this.pace = pace;
  }

  /** Waits from now on. */
  static ImapWatcher start(ImapSettings settings, AccessTokens tokens, Runnable news) {
    return start(settings, tokens, news, Pace.USUAL);
  }

  static ImapWatcher start(ImapSettings settings, AccessTokens tokens, Runnable news, Pace pace) {
    ImapWatcher watcher = new ImapWatcher(settings, tokens, news, pace);
    Thread thread = new Thread(watcher::run, "idle");
    thread.setDaemon(true);
    thread.start();
    return watcher;
  }

  private void run() {
    boolean more = true;
    while (more && closed.getCount() > 0) {
      try {
        more = watch();
      } catch (MailTransportException e) {
        tell(e);
        more = pause();
      } finally {
        disconnect();
      }
    }
  }

  /** Until it is closed; false when the server cannot tell. */
  private boolean watch() throws MailTransportException {
    Timeouts usual = settings.timeouts();
    ImapConnection made =
        ImapConnection.watching(
            settings, tokens, new Timeouts(usual.connect(), pace.silence(), usual.write()));
    connection = made;
    if (!made.canIdle()) {
      LOG.info("{}: the server has no IDLE; new mail is found by the poll", settings.host());
      return false;
    }
    news.run();
    Duration longest = pace.again().minus(pace.silence());
    ImapIdle idle = new ImapIdle(made, settings);
    while (closed.getCount() > 0) {
      idle.hear(news, System.nanoTime() + longest.toNanos());
      if (lost) {
        LOG.info("{}: tells of new mail again", settings.host());
        lost = false;
      }
    }
    return true;
  }

  private void tell(MailTransportException failure) {
    if (closed.getCount() == 0) {
      return;
    }
    if (lost) {
      LOG.debug("nobody tells of new mail: {}", failure.getMessage());
    } else {
      LOG.warn(
          "nobody tells of new mail: {}; it is found by the poll, and the connection tried again"
              + " every {} s",
          failure.getMessage(),
          pace.pause().toSeconds());
    }
    lost = true;
  }

  /** False when it was closed meanwhile. */
  private boolean pause() {
    try {
      return !closed.await(pace.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    ImapConnection open = connection;
    if (open != null) {
      new ImapIdle(open, settings).leave();
    }
  }

  private void disconnect() {
    ImapConnection open = connection;
    if (open != null) {
      open.disconnect();
    }
  }
}
