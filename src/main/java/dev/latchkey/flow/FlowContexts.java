package dev.latchkey.flow;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.letter.Composer;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.store.UnitOfWork;
import java.util.List;
import java.util.function.Function;

/**
 * The one place where a flow's context is opened: with letters that are written at its end, and
 * accounts that are looked up once.
 */
public final class FlowContexts {
  private final AccountDirectory directory;
  private final CourtesySchedule courtesy;
  private final Composer composer;
  private final BudgetRule budgets;

  public FlowContexts(
      AccountDirectory directory,
      CourtesySchedule courtesy,
      Composer composer,
      BudgetRule budgets) {
    this.directory = directory;
    this.courtesy = courtesy;
    this.composer = composer;
    this.budgets = budgets;
  }

  /** Does something within a transaction; then its letters go into the outbox. */
  public <T> T within(UnitOfWork work, Function<FlowContext, T> use) {
    return within(work, List.of(), use);
  }

  /**
   * The same for several accounts that are known before.
   *
   * @param accounts by the account system's own rule; looked up at once
   */
  public <T> T within(UnitOfWork work, List<String> accounts, Function<FlowContext, T> use) {
    DirectoryLookup lookup = new DirectoryLookup(directory);
    lookup.prefetch(accounts);
    LetterBatch letters = new LetterBatch(composer, budgets);
    T result = use.apply(new FlowContext(work, letters, lookup, courtesy));
    letters.post(work);
    return result;
  }
}
