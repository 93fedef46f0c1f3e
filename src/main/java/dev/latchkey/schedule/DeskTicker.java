package dev.latchkey.schedule;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.Pulse;
import dev.latchkey.mail.Inbox;
import dev.latchkey.outgoing.BackOff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the loops of a desk at their intervals. Quartz only ticks: what is to be done stands in the
 * database, so nothing is lost when a tick is, and several nodes may tick at once.
 */
public final class DeskTicker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskTicker.class);

  /** Between two looks at what is away; a quarter longer at most, so within a minute. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(45);

  /** So long a stop waits for what is being done; what is cut off then is done again later. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** As when the operating system ends a process for want of memory: the service starts again. */
  private static final int OUT_OF_MEMORY = 137;

  private final Scheduler scheduler;
  private final DeskLoops loops;
  private final TickerSettings settings;
  private final Map<String, TickedWork> works = new ConcurrentHashMap<>();
  private final Set<String> woken = ConcurrentHashMap.newKeySet();
  private final Thread end = new Thread(this::shutDown, "ticker-end");
  private Inbox.Watch watch = () -> {};

  private DeskTicker(Scheduler scheduler, DeskLoops loops, TickerSettings settings) {
    this.scheduler = scheduler;
    this.loops = loops;
    this.settings = settings;
    end.setDaemon(true);
  }

  /** Begins at once, and then goes on by {@code settings} until it is closed. */
  public static DeskTicker start(
      DeskLoops loops, TickerSettings settings, InstantSource clock, RandomGenerator random) {
    try {
      DeskTicker ticker =
          new DeskTicker(new StdSchedulerFactory(quartz()).getScheduler(), loops, settings);
      ticker.scheduler.setJobFactory(
          (fired, scheduler) -> ticker.job(fired.getJobDetail().getKey().getName()));
      // What was done is gone on with at once; what a tick overlooks is found by the next one.
      ticker.add(
          Pulse.POLL, settings.poll(), ticker.then(Pulse.WORK, loops::takeIn), clock, random);
      ticker.add(Pulse.WORK, settings.work(), ticker.then("deliver", loops::work), clock, random);
      ticker.add("deliver", settings.deliver(), loops::deliver, clock, random);
      // A server may think about one letter for ten minutes; the others go meanwhile.
      ticker.add("deliver-beside", settings.deliver(), loops::deliverBeside, clock, random);
      ticker.add(
          "sweep",
          settings.sweep(),
          () -> {
            loops.sweepWithoutLooks();
            loops.execute();
          },
          clock,
          random);
      // What waits for the servers of others has ticks of its own.
      ticker.add("look", settings.sweep(), loops::look, clock, random);
      ticker.add("domains", settings.sweep(), loops::askRegistries, clock, random);
      ticker.add("codes", settings.sweep(), loops::checkCodes, clock, random);
      ticker.scheduler.start();
      ticker.watch = loops.watch(() -> ticker.wake(Pulse.POLL));
      return ticker;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the ticker does not start", e);
    }
  }

  private static Properties quartz() {
    Properties properties = new Properties();
    // Quartz keeps its schedulers by name; every desk of this process has its own.
    properties.setProperty(
        StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "desk-" + UUID.randomUUID());
    properties.setProperty("org.quartz.threadPool.threadCount", "8");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    return properties;
  }

  private TickJob job(String name) {
    return new TickJob(name, Objects.requireNonNull(works.get(name)), loops.pulse());
  }

  private Runnable then(String next, IntSupplier work) {
    return () -> {
      if (work.getAsInt() > 0) {
        wake(next);
      }
    };
  }

  /** Has a piece of work done now, or once more after the round that it is at. */
  private void wake(String name) {
    if (woken.add(name)) {
      try {
        scheduler.triggerJob(new JobKey(name));
      } catch (SchedulerException e) {
        LOG.debug("{} waits for its tick: {}", name, e.getMessage());
      }
    }
  }

  private void add(
      String name, Duration every, Runnable work, InstantSource clock, RandomGenerator random)
      throws SchedulerException {
    loops.pulse().beat(name);
    works.put(
        name,
        new TickedWork(
            name,
            () -> {
              woken.remove(name);
              work.run();
            },
            new BackOff(every, LONGEST_PAUSE),
            random,
            clock,
            () -> Runtime.getRuntime().halt(OUT_OF_MEMORY)));
    scheduler.scheduleJob(
        JobBuilder.newJob(TickJob.class).withIdentity(name).build(),
        TriggerBuilder.newTrigger()
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(every.toMillis())
                    .repeatForever()
                    // Ticks that a long round has swallowed are not made up for.
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build());
  }

  /**
   * Ticks no more, has every loop end after the batch that it is at, and waits for that.
   *
   * @return whether all have ended; what a server holds up ends later, see {@link #awaitEnd}
   */
  public boolean finish(Duration patience) {
    watch.close();
    loops.stop();
    end.start();
    try {
      end.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !end.isAlive();
  }

  /** After {@link #finish}: waits until what was begun has ended, however long a server takes. */
  public void awaitEnd() throws InterruptedException {
    end.join();
  }

  /** Notes what is still in the hands of servers, because the process ends. */
  public void leave() {
    LOG.warn("a server holds up the end; what was begun there is done again later");
    try {
      loops.leave();
    } catch (DeskUnavailableException e) {
      LOG.warn("letters in hand are not noted: {}", e.getMessage());
    }
  }

  /** Finishes, and leaves after {@link #PATIENCE} what a server holds up. */
  @Override
  public void close() {
    if (!finish(PATIENCE)) {
      leave();
    }
  }

  private void shutDown() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the ticker does not stop", e);
    }
  }

  @Override
  public String toString() {
    return "polls every %d s, works every %d s, delivers every %d s, sweeps every %d s"
        .formatted(
            settings.poll().toSeconds(),
            settings.work().toSeconds(),
            settings.deliver().toSeconds(),
            settings.sweep().toSeconds());
  }
}
