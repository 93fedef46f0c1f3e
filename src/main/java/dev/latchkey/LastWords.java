package dev.latchkey;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.IntConsumer;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an error that no thread has caught. Out of memory ends the process at once, since
 * nobody can tell in the midst of what another thread was hit: whoever started it starts it again,
 * and what it had claimed is taken up when its lease is over. It holds with any options of the JVM.
 */
@NullMarked
final class LastWords implements UncaughtExceptionHandler {
  /** As when the operating system ends a process for want of memory. */
  static final int OUT_OF_MEMORY = 137;

  private final IntConsumer halt;

  /**
   * @param halt ends the process with an exit code, and does nothing else before
   */
  LastWords(IntConsumer halt) {
    this.halt = halt;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      try {
        System.err.println(
            "latchkey: out of memory (%s) in thread %s, the process ends; give it more by -Xmx"
                .formatted(problem.getMessage(), thread.getName()));
      } finally {
        halt.accept(OUT_OF_MEMORY);
      }
    }
    LoggerFactory.getLogger(LastWords.class)
        .error("a bug ended thread {}", thread.getName(), problem);
  }
}
