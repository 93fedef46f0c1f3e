package dev.latchkey.cli;

import dev.latchkey.schedule.DeskTicker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Desks that give way to one with other settings. Each ends what it began under its own settings,
 * with its own connections, beside the next one, however long a server takes: a letter that was
 * handed over is waited for, and not handed over again.
 */
final class FormerDesks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FormerDesks.class);

  /** So long the next desk waits; most batches end in that. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Set<DeskTicker> ending = ConcurrentHashMap.newKeySet();

  /**
   * Ends a desk because another takes its place: closed at once, or when its last round is done.
   */
  void replace(OpenDesk desk, DeskTicker ticker) {
    if (ticker.finish(PATIENCE)) {
      desk.close();
      return;
    }
    LOG.info("a server holds up what was begun; it is ended under the settings of before");
    ending.add(ticker);
    Thread last = new Thread(() -> await(desk, ticker), "former-desk");
    last.setDaemon(true);
    last.start();
  }

  private void await(OpenDesk desk, DeskTicker ticker) {
    try {
      ticker.awaitEnd();
      ending.remove(ticker);
      desk.close();
      LOG.info("what was begun under the settings of before has ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process ends. */
  @Override
  public void close() {
    ending.forEach(DeskTicker::leave);
  }
}
