package dev.latchkey.store;

import dev.latchkey.store.DeskFigures.Review;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Stays before the staff, told one after another and kept in columns of numbers: a large desk has a
 * hundred thousand in a quarter of a year, and each is looked at again and again. Read-only once it
 * is handed out.
 */
final class ReviewColumns extends AbstractList<Review> implements RandomAccess {
  /** Where a stay still goes on, no moment. */
  private static final long WAITS = Long.MIN_VALUE;

  /** Few words, each kept once; the first is for those without a level. */
  private final List<Optional<String>> levels = new ArrayList<>(List.of(Optional.empty()));

  private byte[] level = new byte[16];
  private long[] since = new long[16];
  private long[] until = new long[16];
  private int size;

  /** One more, as {@link FigureMapper#reviewed} tells it. */
  void add(String stay) {
    if (size == level.length) {
      level = Arrays.copyOf(level, 2 * size);
      since = Arrays.copyOf(since, 2 * size);
      until = Arrays.copyOf(until, 2 * size);
    }
    int first = stay.indexOf(' ');
    int second = stay.indexOf(' ', first + 1);
    level[size] = number(stay.substring(second + 1));
    since[size] = Long.parseLong(stay, 0, first, 10);
    until[size] =
        stay.startsWith(" - ", first) ? WAITS : Long.parseLong(stay, first + 1, second, 10);
    size++;
  }

  private byte number(String name) {
    Optional<String> sought = Optional.of(name).filter(it -> !it.isEmpty());
    int known = levels.indexOf(sought);
    if (known < 0) {
      known = levels.size();
      levels.add(sought);
    }
    return (byte) known;
  }

  @Override
  public Review get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    Instant begun = instant(since[index]);
    boolean answered = until[index] != WAITS;
    return new Review(
        levels.get(level[index]), begun, answered, answered ? instant(until[index]) : begun);
  }

  @Override
  public int size() {
    return size;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
