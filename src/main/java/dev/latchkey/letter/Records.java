package dev.latchkey.letter;

import java.util.Arrays;
import java.util.stream.Stream;

/** The records of a sealed type, whichever of its parts they stand in. */
public final class Records {
  private Records() {}

  /** All of them, in the order in which the type and its parts name them. */
  public static Stream<Class<?>> of(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Records::of)
        : Stream.of(type);
  }
}
