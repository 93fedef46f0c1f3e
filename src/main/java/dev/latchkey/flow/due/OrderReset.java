package dev.latchkey.flow.due;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.NewAddress;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.Executions.Ending;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the order for a ticket that is still to be executed. */
public final class OrderReset {
  private final FinishReset finish;

  public OrderReset(FinishReset finish) {
    this.finish = finish;
  }

  /**
   * The order. Empty, and the execution is ended, when it was called off, its account is gone, the
   * facts lead to another address than the approved one, or its attempts were used up by failures
   * of our own.
   */
  public Optional<RecoveryOrder> order(FlowContext context, ClaimedExecution execution) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    if (ticket.state() != TicketState.EXECUTING) {
      context.work().executions().end(execution, Ending.FAILED, "no longer to be executed");
      return Optional.empty();
    }
    Optional<Account> account = context.account(ticket);
    if (account.isEmpty()) {
      finish.accountGone(context, execution, ticket);
      return Optional.empty();
    }
    if (execution.attempts() > FinishReset.MOST_ATTEMPTS) {
      finish.usedUp(context, execution, ticket, Optional.empty());
      return Optional.empty();
    }
    // Later attempts repeat the first one to the letter.
    if (execution.attempts() <= 1 && !NewAddress.stands(context, ticket)) {
      finish.otherAddress(context, execution, ticket);
      return Optional.empty();
    }
    return Optional.of(
        new RecoveryOrder(
            execution.decision(),
            ticket.reference().toString(),
            account.get().name(),
            ticket.answers().reasons().stream().map(Reason::word).collect(Collectors.toSet()),
            context.work().proofs().approvers(ticket.id(), ticket.round()),
            OtherCode.proved(context, ticket),
            NewAddress.approved(context, ticket)));
  }
}
