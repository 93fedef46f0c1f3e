package dev.latchkey.watch;

import dev.latchkey.flow.loop.Pulse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who watch a desk that runs: systemd, which ends a process whose loops hang, and whoever
 * asks at the loopback. The desk works without either.
 */
public final class Watchers implements AutoCloseable {
  /** A loop that gives no sign for so long hangs; what it held is free by then as well. */
  static final Duration HANGS = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
  private static final List<String> SYSTEMD_NOTIFY = List.of("systemd-notify");

  private final Optional<Monitor> monitor;
  private final Optional<Metrics> metrics;
  private final Optional<SystemdNotify> systemd;
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private Watchers(
      Optional<Monitor> monitor, Optional<Metrics> metrics, Optional<SystemdNotify> systemd) {
    this.monitor = monitor;
    this.metrics = metrics;
    this.systemd = systemd;
  }

  /**
   * Begins, once the desk works.
   *
   * @param listen where health and metrics are answered; nowhere when it is empty
   * @param environment what systemd says to the process
   */
  public static Watchers start(
      Optional<InetSocketAddress> listen,
      Lookout lookout,
      HealthCheck health,
      Pulse pulse,
      Function<String, @Nullable String> environment) {
    Optional<Metrics> metrics = listen.map(address -> new Metrics(lookout::look, health, pulse));
    Watchers watchers =
        new Watchers(
            listen.flatMap(address -> listen(address, health, metrics.orElseThrow())),
            metrics,
            SystemdNotify.of(environment, SYSTEMD_NOTIFY));
    watchers.systemd.ifPresent(systemd -> watchers.tell(systemd, pulse));
    return watchers;
  }

  /** A desk whose address is taken works, and says so: people wait for it. */
  private static Optional<Monitor> listen(
      InetSocketAddress address, HealthCheck health, Metrics metrics) {
    try {
      Monitor monitor = Monitor.open(address, health::examine, metrics::scrape);
      LOG.info("monitor: /health and /metrics at {}", told(monitor.address()));
      return Optional.of(monitor);
    } catch (IOException e) {
      LOG.error(
          "monitor.listen: {} cannot be had ({}); the desk works without, until it is started again",
          told(address),
          e.getMessage());
      return Optional.empty();
    }
  }

  private static String told(InetSocketAddress address) {
    return "http://" + address.getHostString() + ":" + address.getPort();
  }

  private void tell(SystemdNotify systemd, Pulse pulse) {
    systemd.ready();
    systemd
        .watchdog()
        .ifPresent(
            within -> {
              long every = within.toMillis() / 3 + 1;
              ScheduledFuture<?> unused =
                  beats.scheduleAtFixedRate(
                      () -> {
                        if (goesOn(pulse.silences())) {
                          systemd.alive();
                        }
                      },
                      0,
                      every,
                      TimeUnit.MILLISECONDS);
            });
  }

  /** Whether mails are taken in and worked on, as far as anybody can tell from here. */
  static boolean goesOn(Map<String, Duration> silences) {
    return List.of(Pulse.POLL, Pulse.WORK).stream()
        .allMatch(work -> silences.getOrDefault(work, HANGS).compareTo(HANGS) < 0);
  }

  /** Who they are, behind what else is said of the desk. */
  @Override
  public String toString() {
    return systemd.isPresent() ? ", systemd is told" : "";
  }

  /** The process is about to end. */
  public void stopping() {
    systemd.ifPresent(SystemdNotify::stopping);
  }

  @Override
  public void close() {
    beats.shutdownNow();
    monitor.ifPresent(Monitor::close);
    metrics.ifPresent(Metrics::close);
  }
}
