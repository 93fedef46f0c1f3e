package dev.latchkey.flow.loop;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.store.database.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Work on many things at once, by as many threads as an executor has, for what waits for answers
 * from outside. It ends when all of it has. One that fails holds up no other.
 */
final class AtOnce {
  private AtOnce() {}

  /**
   * Does each.
   *
   * @param aside what becomes of one that fails; what is away is thrown when all have ended
   */
  static <T> void each(
      Executor threads, List<T> all, Consumer<T> work, BiConsumer<T, RuntimeException> aside) {
    List<CompletableFuture<Void>> begun =
        all.stream()
            .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
            .toList();
    begun.forEach(one -> one.handle((done, failure) -> true).join());
    for (int i = 0; i < all.size(); i++) {
      try {
        begun.get(i).join();
      } catch (CompletionException e) {
        failed(all.get(i), e, aside);
      }
    }
  }

  private static <T> void failed(
      T one, CompletionException e, BiConsumer<T, RuntimeException> aside) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof StoreUnavailableException || cause instanceof DeskUnavailableException) {
      throw (RuntimeException) cause;
    }
    aside.accept(one, cause instanceof RuntimeException known ? known : e);
  }
}
