package dev.latchkey.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of the settings that costs time to read, and that not every command needs: known already,
 * or read when it is asked for first. Safe for many threads.
 */
public final class Later<T> {
  private final Supplier<T> source;
  private @Nullable T known;

  private Later(Supplier<T> source) {
    this.source = source;
  }

  /** One that was read before. */
  public static <T> Later<T> known(T part) {
    return new Later<>(() -> part);
  }

  /**
   * One that is still to be read.
   *
   * @param source throws what says what is wrong in it
   */
  public static <T> Later<T> from(Supplier<T> source) {
    return new Later<>(source);
  }

  /**
   * The part.
   *
   * @throws UnusablePartException where it was not looked at before and cannot be used
   */
  public synchronized T get() {
    T part = known;
    if (part == null) {
      part = source.get();
      known = part;
    }
    return part;
  }
}
