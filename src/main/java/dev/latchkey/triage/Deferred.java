package dev.latchkey.triage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is reckoned when somebody asks for it, once. */
public final class Deferred<T> {
  private @Nullable Supplier<T> reckon;
  private @Nullable T value;

  Deferred(Supplier<T> reckon) {
    this.reckon = reckon;
  }

  synchronized T get() {
    T known = value;
    if (known == null) {
      known = java.util.Objects.requireNonNull(reckon).get();
      value = known;
      reckon = null;
    }
    return known;
  }
}
