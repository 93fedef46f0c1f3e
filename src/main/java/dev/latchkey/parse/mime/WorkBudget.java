package dev.latchkey.parse.mime;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that one mail may still cost. */
public final class WorkBudget {
  private final LongSupplier nanos;
  private final long end;
  private final Duration whole;

  /** Starts now; {@code nanos} counts like {@link System#nanoTime()}. */
  public WorkBudget(LongSupplier nanos, Duration whole) {
    this.nanos = nanos;
    this.whole = whole;
    this.end = nanos.getAsLong() + whole.toNanos();
  }

  /** Goes on or refuses the mail. */
  public void check() throws MalformedMailException {
    if (nanos.getAsLong() - end > 0) {
      throw new MalformedMailException("parsing took more than " + whole.toMillis() + " ms");
    }
  }

  /** The same for what can throw nothing that is checked. */
  void checkOnTheWay() {
    try {
      check();
    } catch (MalformedMailException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Reads {@code text} until the budget is used up; then reading fails. */
  Reader over(String text) {
    return new Metered(text);
  }

  /** Looks at the budget before each piece. */
  private final class Metered extends Reader {
    private final String text;
    private int position;

    Metered(String text) {
      this.text = text;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      try {
        check();
      } catch (MalformedMailException e) {
        throw new IOException(e);
      }
      int count = Math.min(Math.min(length, 4096), text.length() - position);
      if (count <= 0) {
        return -1;
      }
      text.getChars(position, position + count, buffer, from);
      position += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
