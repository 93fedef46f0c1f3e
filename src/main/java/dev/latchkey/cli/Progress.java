package dev.latchkey.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far a long piece of work is: done of all, how many a second, time left. On a terminal that is
 * one line, written over again; elsewhere, in a log say, a line at once and one a minute. A line of
 * the log takes the place of the line, which is written again below it at the next step.
 */
public final class Progress {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** As often as an eye can follow. */
  private static final Duration BLINK = Duration.ofMillis(100);

  /** Carriage return, and erase to the end of the line (ECMA-48, EL). */
  private static final String BEGIN_LINE = "\r\u001b[K";

  /** A process has one terminal, and the log is written to it by whoever has something to tell. */
  private static final AtomicReference<@Nullable Progress> ON_TERMINAL = new AtomicReference<>();

  private final String things;
  private final PrintWriter out;
  private final boolean terminal;
  private final InstantSource clock;
  private Instant begun = Instant.MAX;
  private Instant last = Instant.MAX;

  Progress(String things, PrintWriter out, boolean terminal, InstantSource clock) {
    this.things = things;
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Of work that begins when it is first told of.
   *
   * @param things what is counted, in the plural
   * @param out where nothing else is expected by a program: standard error
   */
  // From JDK 22 on a console is always there unless jdk.console says otherwise.
  @SuppressWarnings("SystemConsoleNull")
  public static Progress of(String things, PrintWriter out, InstantSource clock) {
    return new Progress(things, out, System.console() != null, clock);
  }

  /** So much is done; said when it is time to, and on a terminal at once after {@link #clear}. */
  public void at(long done, long all) {
    Instant now = clock.instant();
    boolean first = begun.equals(Instant.MAX);
    if (first) {
      begun = now;
      last = now;
    }
    Duration since = Duration.between(last, now);
    if (terminal && (ON_TERMINAL.get() != this || since.compareTo(BLINK) >= 0)) {
      ON_TERMINAL.set(this);
      out.print(BEGIN_LINE + line(done, all, now));
    } else if (!terminal && (first || since.compareTo(MINUTE) >= 0)) {
      out.println(line(done, all, now));
    } else {
      return;
    }
    out.flush();
    last = now;
  }

  /** Makes room for other output, or for what comes after the work. */
  public void clear() {
    if (ON_TERMINAL.compareAndSet(this, null)) {
      out.print(BEGIN_LINE);
      out.flush();
    }
  }

  /**
   * A line of somebody else, as it has to be written to the terminal: over the line that stands
   * there, if there is one. What is written in one piece cannot be torn.
   */
  static byte[] above(byte[] line) {
    if (ON_TERMINAL.getAndSet(null) == null) {
      return line;
    }
    byte[] begin = BEGIN_LINE.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(begin, begin.length + line.length);
    System.arraycopy(line, 0, whole, begin.length, line.length);
    return whole;
  }

  private String line(long done, long all, Instant now) {
    String line = String.format(Locale.ROOT, "%,d of %,d %s", done, all, things);
    double seconds = Duration.between(begun, now).toMillis() / 1e3;
    if (done == 0 || seconds <= 0) {
      return line;
    }
    double left = Math.max(0, all - done) * seconds / done;
    return line + ", " + rate(done / seconds) + ", " + time(Math.round(left)) + " left";
  }

  private static String rate(double second) {
    return second >= 1
        ? String.format(Locale.ROOT, "%,.0f a second", second)
        : String.format(Locale.ROOT, "%,.1f a minute", second * 60);
  }

  private static String time(long seconds) {
    if (seconds < 100) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 100 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
