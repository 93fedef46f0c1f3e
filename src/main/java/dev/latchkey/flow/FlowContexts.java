package dev.latchkey.flow;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.letter.writing.Composer;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.store.database.StoreConflictException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the contexts that use cases work in: one transaction, which reads the clock once, asks for
 * each account once and writes its letters at its end.
 */
public final class FlowContexts {
  private static final Logger LOG = LoggerFactory.getLogger(FlowContexts.class);
  private final DeskStore desk;
  private final AccountDirectory directory;
  private final CourtesySchedule courtesy;
  private final Composer composer;
  private final BudgetRule budgets;
  private final InstantSource clock;

  public FlowContexts(
      DeskStore desk,
      AccountDirectory directory,
      CourtesySchedule courtesy,
      Composer composer,
      BudgetRule budgets,
      InstantSource clock) {
    this.desk = desk;
    this.directory = directory;
    this.courtesy = courtesy;
    this.composer = composer;
    this.budgets = budgets;
    this.clock = clock;
  }

  /**
   * Does a task within one transaction.
   *
   * @param batch how many mails or tickets it is about
   * @throws StoreConflictException after rolling back, when somebody else wrote first
   * @throws DeskUnavailableException after rolling back, when the account directory is away
   */
  public <T> T open(int batch, Function<FlowContext, T> task) {
    List<String> news = new ArrayList<>();
    T result = open(batch, task, news);
    news.forEach(LOG::info);
    return result;
  }

  /**
   * Does a task, and takes all of it back.
   *
   * @param task what it answers is asked for the result when the letters are written
   */
  public <T> T rehearse(Function<FlowContext, Supplier<T>> task) {
    return desk.rehearse(clock.instant(), work -> told(work, task));
  }

  /**
   * Does a task with mails that are no rows yet, batch by batch as they come, and takes all of it
   * back.
   *
   * @param task given each batch as if it were claimed; what it answers is asked for the result
   *     when the letters of that batch are written
   * @throws MailTransportException when no more mails can be had
   */
  public <T> List<T> rehearse(
      DeskStore.Arrivals arrivals, BiFunction<FlowContext, List<ClaimedMail>, Supplier<T>> task)
      throws MailTransportException {
    return desk.rehearse(
        clock.instant(),
        arrivals,
        (work, claimed) -> told(work, context -> task.apply(context, claimed)));
  }

  private <T> T told(UnitOfWork work, Function<FlowContext, Supplier<T>> task) {
    FlowContext context = context(work);
    Supplier<T> told = task.apply(context);
    context.close();
    return told.get();
  }

  private FlowContext context(UnitOfWork work) {
    return new FlowContext(
        work, new LetterBatch(composer, budgets), new DirectoryLookup(directory), courtesy);
  }

  private <T> T open(int batch, Function<FlowContext, T> task, List<String> news) {
    return desk.work(
        clock.instant(),
        batch,
        work -> {
          FlowContext context = context(work);
          T result = task.apply(context);
          context.close();
          news.addAll(context.news());
          return result;
        });
  }
}
