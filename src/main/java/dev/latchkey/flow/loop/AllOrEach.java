package dev.latchkey.flow.loop;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.mail.SafeText;
import dev.latchkey.store.database.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on many things: in one go, or, when that fails, on each alone, so that one that cannot be
 * done holds up no other. What is away is nobody's fault and ends all of it.
 */
final class AllOrEach {
  private static final Logger LOG = LoggerFactory.getLogger(AllOrEach.class);

  private static final int LONGEST = 300;

  private AllOrEach() {}

  /** Does all in one go; empty when that failed. */
  static <R> Optional<R> together(Supplier<R> work) {
    try {
      return Optional.of(work.get());
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.info("a batch failed and is done one by one: {}", told(e));
      return Optional.empty();
    }
  }

  /** What it comes down to, without the statement that a database had refused. */
  private static String told(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String first = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    return SafeText.line(deepest.getClass().getSimpleName() + ": " + first, LONGEST);
  }

  /** Does each alone; {@code aside} is what becomes of one that fails. */
  static <T> void each(List<T> all, Consumer<T> work, BiConsumer<T, RuntimeException> aside) {
    for (T one : all) {
      try {
        work.accept(one);
      } catch (StoreUnavailableException | DeskUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        aside.accept(one, e);
      }
    }
  }
}
