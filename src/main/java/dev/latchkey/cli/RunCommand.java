package dev.latchkey.cli;

import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.accounts.DirectorySource;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.outgoing.BackOff;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.watch.Watchers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
      "On SIGHUP it reads its settings again, with staff, templates, words and accounts: all of them"
          + " hold from then on, or, with an error in any, none; the log says which. Its address,"
          + " database and mailbox cannot change so. Staff in a database are asked for again every"
          + " ten minutes (staff.every).",
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
  private final Semaphore changes = new Semaphore(0);

  @Mixin private ConfigOption config = new ConfigOption();

  public RunCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException, InterruptedException {
    try {
      Optional<Settings> next = Optional.of(door.settings(config));
      // In the format that the settings say.
      LOG.info("{} starts", LatchkeyCommand.Version.told());
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      Hangup.calls(changes::release);
      try (FormerDesks former = new FormerDesks()) {
        while (next.isPresent()) {
          next = serve(next.get(), former);
        }
      }
    } finally {
      stopped.countDown();
    }
    return ExitCode.OK;
  }

  /** Works with these settings; answers those to go on with, or none. */
  private Optional<Settings> serve(Settings settings, FormerDesks former)
      throws InterruptedException {
    ExposedFiles.of(settings).forEach(finding -> LOG.warn("{}", finding));
    OpenDesk desk = door.open(settings);
    Optional<Settings> other = Optional.empty();
    Optional<DeskTicker> ticker = Optional.empty();
    try {
      if (migrate(desk)) {
        ticker = Optional.of(desk.start());
        other = work(desk, ticker.get(), settings);
      }
    } finally {
      if (ticker.isPresent() && other.isPresent()) {
        former.replace(desk, ticker.get());
      } else {
        ticker.ifPresent(DeskTicker::close);
        desk.close();
      }
    }
    return other;
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

  /** Works until the desk is to stop, or to go on with other settings; these are answered. */
  private Optional<Settings> work(OpenDesk desk, DeskTicker ticker, Settings settings)
      throws InterruptedException {
    Reload reload = new Reload(door, config);
    try (Watchers watchers = desk.watch()) {
      LOG.info("the desk is open, {}{}", ticker, watchers);
      tellAccounts(settings, desk);
      tellOrders(settings, desk);
      while (true) {
        boolean asked = awaitChange(settings);
        if (stop.getCount() == 0) {
          watchers.stopping();
          LOG.info("the desk closes, and ends what it is doing");
          return Optional.empty();
        }
        changes.drainPermits();
        Optional<Settings> other = asked ? reload.read(settings) : reload.readStaff(settings);
        if (other.isPresent()) {
          return other;
        }
      }
    }
  }

  /**
   * A file of accounts that is not there, or has an error, is not only told with the first mail.
   */
  private static void tellAccounts(Settings settings, OpenDesk desk) {
    if (settings.accounts() instanceof DirectorySource.Csv) {
      try {
        desk.directory().check();
      } catch (DirectoryException e) {
        LOG.error(
            "accounts: {}; mails are taken in, and wait until it is mended (latchkey check)",
            e.getMessage());
      }
    }
  }

  private static void tellOrders(Settings settings, OpenDesk desk) {
    try {
      OrdersOfBefore.of(settings, desk).forEach(LOG::info);
    } catch (StoreUnavailableException e) {
      LOG.debug("orders of before: {}", e.getMessage());
    }
  }

  /** Until somebody asks for it; false when it is time to ask for the staff again. */
  private boolean awaitChange(Settings settings) throws InterruptedException {
    if (settings.staffQuery().isPresent()) {
      Duration every = settings.staffQuery().get().every();
      return changes.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
    }
    changes.acquire();
    return true;
  }

  /** Ends it after the batches that it is at; does not wait for that. */
  void end() {
    stop.countDown();
    changes.release();
  }

  /** Called by the JVM when it is told to end: it goes on only after the last round is done. */
  private void stop() {
    end();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
