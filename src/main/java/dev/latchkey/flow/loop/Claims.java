package dev.latchkey.flow.loop;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.store.database.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Claims work under a lease, has it done outside of the claim's transaction, and gives it back when
 * something outside went away meanwhile: that counts as no attempt. What this process cannot give
 * back, because it ends, is free when its lease is over.
 */
final class Claims<C> {
  private final Supplier<List<C>> claim;
  private final Consumer<C> giveBack;
  private final ConcurrentLinkedQueue<C> interrupted = new ConcurrentLinkedQueue<>();

  /**
   * @param giveBack does nothing for what was finished before the interruption
   */
  Claims(Supplier<List<C>> claim, Consumer<C> giveBack) {
    this.claim = claim;
    this.giveBack = giveBack;
  }

  /**
   * Claims once.
   *
   * @return how many; 0 when nothing waits
   */
  int once(Consumer<List<C>> work) {
    giveBackInterrupted();
    List<C> claimed = Conflicts.retried(claim);
    try {
      work.accept(claimed);
    } catch (StoreUnavailableException | DeskUnavailableException e) {
      interrupted.addAll(claimed);
      throw e;
    }
    return claimed.size();
  }

  private void giveBackInterrupted() {
    while (!interrupted.isEmpty()) {
      C one = interrupted.element();
      giveBack.accept(one);
      interrupted.remove(one);
    }
  }
}
