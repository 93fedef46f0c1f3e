package dev.latchkey.store;

import dev.latchkey.store.DeskFigures.Review;
import dev.latchkey.store.FigureMapper.Reviewed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

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

  /** One more. */
  void add(Reviewed stay) {
    if (size == level.length) {
      level = Arrays.copyOf(level, 2 * size);
      since = Arrays.copyOf(since, 2 * size);
      until = Arrays.copyOf(until, 2 * size);
    }
    level[size] = number(stay.level());
    since[size] = micros(stay.since());
    Instant answered = stay.answeredAt();
    until[size] = answered == null ? WAITS : micros(answered);
    size++;
  }

  private byte number(@Nullable String name) {
    Optional<String> sought = Optional.ofNullable(name);
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

  /** As exact as the database keeps a moment. */
  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
