package dev.latchkey.triage;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is reckoned when somebody asks for it, once. */
public final class Deferred<T> {
  private @Nullable Supplier<T> reckon;
  private @Nullable T value;

  /** What {@code reckon} will answer. */
  public Deferred(Supplier<T> reckon) {
    this.reckon = reckon;
  }

  /** What is known without being reckoned. */
  public static <T> Deferred<T> of(T value) {
    Deferred<T> known = new Deferred<>(() -> value);
    known.get();
    return known;
  }

  /**
   * Reckons it, where nobody has asked yet.
   *
   * @throws IllegalStateException when a text is so deep that it ends the stack, as any other fault
   *     of one mail that must not end the work on others
   */
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = reckoned(Objects.requireNonNull(reckon));
      value = known;
      reckon = null;
    }
    return known;
  }

  private static <T> T reckoned(Supplier<T> reckon) {
    try {
      return reckon.get();
    } catch (StackOverflowError e) {
      throw new IllegalStateException("too deep to be read", e);
    }
  }

  /** What it is, where somebody has asked. */
  public synchronized Optional<T> known() {
    return Optional.ofNullable(value);
  }
}
