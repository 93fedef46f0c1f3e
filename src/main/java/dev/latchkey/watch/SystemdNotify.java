package dev.latchkey.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the service is ({@code sd_notify(3)}). Java has no datagram sockets of Unix, so
 * {@code systemd-notify} says it, which is where systemd is; the unit allows that by {@code
 * NotifyAccess=all}. What cannot be told is logged and holds nothing up.
 */
final class SystemdNotify {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdNotify.class);
  private static final String SOCKET = "NOTIFY_SOCKET";
  private static final long PATIENCE_SECONDS = 10;
  private static final long MICROS = 1_000;

  private final List<String> program;
  private final Optional<Duration> watchdog;
  private boolean told = true;

  private SystemdNotify(List<String> program, Optional<Duration> watchdog) {
    this.program = List.copyOf(program);
    this.watchdog = watchdog;
  }

  /**
   * One for a process that systemd has started and waits for; empty for any other.
   *
   * @param environment the value of an environment variable, if there is one
   * @param program what tells systemd: it gets the assignments as arguments
   */
  static Optional<SystemdNotify> of(
      Function<String, @Nullable String> environment, List<String> program) {
    if (environment.apply(SOCKET) == null) {
      return Optional.empty();
    }
    String pid = environment.apply("WATCHDOG_PID");
    boolean ours = pid == null || pid.equals(Long.toString(ProcessHandle.current().pid()));
    Optional<Duration> watchdog =
        Optional.ofNullable(environment.apply("WATCHDOG_USEC"))
            .filter(text -> ours && text.matches("[1-9][0-9]{0,14}"))
            .map(text -> Duration.ofNanos(Long.parseLong(text) * MICROS));
    return Optional.of(new SystemdNotify(program, watchdog));
  }

  /**
   * After what time without a word systemd ends the process ({@code WatchdogSec}); empty: never.
   */
  Optional<Duration> watchdog() {
    return watchdog;
  }

  /** The desk works. */
  void ready() {
    tell("READY=1", "STATUS=the desk is open");
  }

  /** The loops go on. */
  void alive() {
    tell("WATCHDOG=1");
  }

  /** The desk is about to end. */
  void stopping() {
    tell("STOPPING=1", "STATUS=the desk closes, and ends what it is doing");
  }

  private synchronized void tell(String... assignments) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(assignments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        complain("it does not end");
      } else if (process.exitValue() != 0) {
        complain("it ended with " + process.exitValue());
      } else {
        told = true;
      }
    } catch (IOException e) {
      complain(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once, until it works again. */
  private void complain(@Nullable String why) {
    if (told) {
      LOG.warn("systemd cannot be told how the desk is, {}: {}", program.get(0), why);
    }
    told = false;
  }
}
