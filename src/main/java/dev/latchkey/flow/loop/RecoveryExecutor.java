package dev.latchkey.flow.loop;

import dev.latchkey.accounts.FreezeOrder;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.due.FinishFreeze;
import dev.latchkey.flow.due.FinishReset;
import dev.latchkey.flow.due.OrderReset;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.Executions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has approved recoveries carried out and accounts frozen: claims them, asks the account system
 * outside of any transaction, and has written what came of it. Every attempt at a decision carries
 * the same key.
 */
public final class RecoveryExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryExecutor.class);
  private static final Duration LEASE = Executions.LONGEST_LEASE;
  private static final int BATCH = 10;
  private static final Set<Executions.Kind> KINDS =
      EnumSet.of(Executions.Kind.RESET, Executions.Kind.FREEZE);
  private final FlowContexts contexts;
  private final OrderReset order;
  private final RecoveryAction action;
  private final FinishReset finish;
  private final FinishFreeze freezing;
  private final Failpoints failpoints;
  private final Claims<ClaimedExecution> claims;

  public RecoveryExecutor(
      DeskStore desk,
      FlowContexts contexts,
      OrderReset order,
      RecoveryAction action,
      FinishReset finish,
      FinishFreeze freezing,
      Failpoints failpoints,
      InstantSource clock) {
    this.contexts = contexts;
    this.order = order;
    this.action = action;
    this.finish = finish;
    this.freezing = freezing;
    this.failpoints = failpoints;
    this.claims =
        new Claims<>(
            () -> desk.claimExecutions(KINDS, BATCH, clock.instant(), LEASE),
            execution -> desk.giveBack(execution, clock.instant()));
  }

  /**
   * Carries out what is due.
   *
   * @return how many decisions were claimed
   */
  public int executeOnce() {
    // One that fails comes again when its lease is over, with its key; OrderReset counts.
    return claims.once(due -> AllOrEach.each(due, this::execute, RecoveryExecutor::failed));
  }

  private static void failed(ClaimedExecution execution, RuntimeException why) {
    LOG.error("ticket={} execution {} failed", execution.ticketId(), execution.decision(), why);
  }

  private void execute(ClaimedExecution execution) {
    if (execution.kind() == Executions.Kind.FREEZE) {
      freeze(execution);
    } else {
      reset(execution);
    }
  }

  private void freeze(ClaimedExecution execution) {
    Optional<FreezeOrder> ordered = retried(context -> freezing.order(context, execution));
    if (ordered.isPresent()) {
      RecoveryResult result = action.freeze(ordered.get());
      failpoints.hit(Failpoint.EXECUTED);
      retried(
          context -> {
            freezing.finish(context, execution, result);
            return true;
          });
    }
  }

  private void reset(ClaimedExecution execution) {
    Optional<RecoveryOrder> ordered;
    try {
      ordered = retried(context -> order.order(context, execution));
    } catch (DeskUnavailableException e) {
      retried(
          context -> {
            finish.directoryAway(context, execution, String.valueOf(e.getMessage()));
            return true;
          });
      return;
    }
    if (ordered.isPresent()) {
      RecoveryResult result = action.execute(ordered.get());
      failpoints.hit(Failpoint.EXECUTED);
      retried(
          context -> {
            finish.finish(context, execution, result);
            return true;
          });
    }
  }

  private <T> T retried(Function<FlowContext, T> task) {
    return Conflicts.retried(() -> contexts.open(1, task));
  }
}
