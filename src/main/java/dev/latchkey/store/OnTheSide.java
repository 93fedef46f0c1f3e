package dev.latchkey.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A question to the database that is asked on another connection while this thread asks others: on
 * a large desk each takes a second.
 */
public final class OnTheSide<T> {
  private final CompletableFuture<T> answer;

  private OnTheSide(CompletableFuture<T> answer) {
    this.answer = answer;
  }

  /** Begins to ask. */
  public static <T> OnTheSide<T> ask(Supplier<T> question) {
    return new OnTheSide<>(CompletableFuture.supplyAsync(question));
  }

  /** The answer; what failed there fails here. */
  public T get() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
