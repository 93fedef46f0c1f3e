package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.outgoing.BackOff;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.StoreUnavailableException;
import dev.latchkey.watch.Watchers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code latchkey run}: the service. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the desk until it is told to stop (SIGTERM, Ctrl-C).",
      "Brings the schema up to date first. Waits for a database, mailbox or mail server that is"
          + " away, and goes on when it is back."
    },
    footerHeading = "%nExample:%n",
    footer = "  latchkey run --config /etc/latchkey/latchkey.yaml",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0, 143:it was stopped",
      "64:wrong usage",
      "69:the schema could not be brought up to date",
      "78:the settings are wrong"
    })
public final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final BackOff WAIT = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  private final DeskDoor door;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Mixin private ConfigOption config = new ConfigOption();

  public RunCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException, InterruptedException {
    try (OpenDesk desk = door.open(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      if (migrate(desk)) {
        work(desk);
      }
    } finally {
      stopped.countDown();
    }
    return ExitCode.OK;
  }

  /** Waits for the database; false when the desk is to stop before it is there. */
  private boolean migrate(OpenDesk desk) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        desk.database().migrate();
        return true;
      } catch (StoreUnavailableException e) {
        Duration wait = WAIT.after(failures);
        LOG.warn("start: database: {}; again in {} s", e.getMessage(), wait.toSeconds());
        if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
    }
  }

  private void work(OpenDesk desk) throws InterruptedException {
    try (DeskTicker ticker = desk.start();
        Watchers watchers = desk.watch()) {
      LOG.info("the desk is open, {}{}", ticker, watchers);
      stop.await();
      LOG.info("the desk closes, and ends what it is doing");
    }
  }

  /** Called by the JVM when it is told to end: it goes on only after the last round is done. */
  private void stop() {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
