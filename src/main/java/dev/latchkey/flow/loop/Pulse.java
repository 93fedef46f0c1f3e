package dev.latchkey.flow.loop;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The signs of life of the loops of this process: a tick that begins or ends, a part of a visit, a
 * batch. Whoever gives none for long hangs. A loop that fails at every tick, because its server is
 * away, lives.
 */
public final class Pulse {
  /** The loop that takes mails in, and the one that works on them. */
  public static final String POLL = "poll";

  public static final String WORK = "work";

  private final LongSupplier nanos;
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /**
   * @param nanos a clock that nobody sets, as {@link System#nanoTime}
   */
  public Pulse(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A loop goes on. */
  public void beat(String work) {
    last.put(work, nanos.getAsLong());
  }

  /** How long ago each loop gave its last sign; those that never gave one are not there. */
  public Map<String, Duration> silences() {
    long now = nanos.getAsLong();
    Map<String, Duration> silences = new TreeMap<>();
    last.forEach((work, at) -> silences.put(work, Duration.ofNanos(Math.max(0, now - at))));
    return silences;
  }
}
