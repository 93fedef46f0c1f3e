package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.due.DueSteps;
import dev.latchkey.store.database.UnknownValueException;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has done what is due, a batch in one transaction. When a batch fails, each of its tickets is done
 * alone, and one that fails even so is put off for a while.
 */
public final class FollowUpSweep {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUpSweep.class);
  private static final int BATCH = 50;

  /** How long a ticket rests whose follow-up failed. */
  private static final Duration PUT_OFF = Duration.ofHours(1);

  private final FlowContexts contexts;
  private final DueSteps steps;

  public FollowUpSweep(FlowContexts contexts, DueSteps steps) {
    this.contexts = contexts;
    this.steps = steps;
  }

  /**
   * Does one batch of what is due.
   *
   * @return how many tickets were due; 0 when none was
   */
  public int sweepOnce() {
    Optional<Integer> all =
        AllOrEach.together(() -> retried(BATCH, context -> run(context, due(context))));
    if (all.isPresent()) {
      return all.get();
    }
    List<Long> due =
        retried(BATCH, context -> context.work().tickets().dueIds(context.now(), BATCH));
    AllOrEach.each(due, this::sweepAlone, this::putOff);
    return due.size();
  }

  private void sweepAlone(long ticketId) {
    retried(
        1,
        context ->
            run(
                context,
                context.work().tickets().dueOne(ticketId, context.now()).stream().toList()));
  }

  private void putOff(long ticketId, RuntimeException failure) {
    if (failure instanceof UnknownValueException) {
      LOG.error("ticket={} put off, its row holds {}", ticketId, failure.getMessage());
    } else {
      LOG.error("ticket={} put off, its follow-up failed", ticketId, failure);
    }
    retried(
        1,
        context -> {
          context.work().tickets().putOff(ticketId, context.now().plus(PUT_OFF));
          return true;
        });
  }

  private int run(FlowContext context, List<Ticket> due) {
    due.forEach(ticket -> steps.run(context, ticket));
    return due.size();
  }

  private static List<Ticket> due(FlowContext context) {
    return context.work().tickets().due(context.now(), BATCH);
  }

  private <T> T retried(int batch, Function<FlowContext, T> task) {
    return Conflicts.retried(() -> contexts.open(batch, task));
  }
}
