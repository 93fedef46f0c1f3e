package dev.latchkey.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The last line of a command that somebody interrupts (Ctrl-C, or SIGTERM): what it has done by
 * then. A step that is done whole or not at all is waited for first, and none begins any more.
 */
final class IfInterrupted implements AutoCloseable {
  private final PrintWriter err;
  private final Duration patience;
  private final Lock step = new ReentrantLock();
  private final Thread hook = new Thread(this::interrupted, "interrupted");
  private volatile String line;

  IfInterrupted(String line, PrintWriter err, Duration patience) {
    this.line = line;
    this.err = err;
    this.patience = patience;
  }

  /** From now on, and until it is closed, this is the last line. */
  static IfInterrupted says(String line, PrintWriter err) {
    IfInterrupted last = new IfInterrupted(line, err, Duration.ofMinutes(1));
    Runtime.getRuntime().addShutdownHook(last.hook);
    return last;
  }

  /**
   * Does a step, and says something else from its end on; where it throws, the same as before.
   *
   * @param unknown the line where its end is waited for in vain
   */
  <T> T whole(String unknown, Supplier<T> work, Function<T, String> afterwards) {
    step.lock();
    try {
      return done(unknown, work, afterwards);
    } finally {
      step.unlock();
    }
  }

  private <T> T done(String unknown, Supplier<T> work, Function<T, String> afterwards) {
    String before = line;
    line = unknown;
    try {
      T done = work.get();
      line = afterwards.apply(done);
      return done;
    } catch (RuntimeException e) {
      line = before;
      throw e;
    }
  }

  /** Keeps the lock: what has not begun yet does not begin before the process is gone. */
  void interrupted() {
    try {
      step.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] last =
        Progress.above(("latchkey: interrupted; " + line).getBytes(StandardCharsets.UTF_8));
    err.println(new String(last, StandardCharsets.UTF_8));
    err.flush();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends, and the line is on its way.
    }
  }
}
