package dev.latchkey.flow.due;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.FreezeOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.FreezeAccount;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.SecurityContact;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.outgoing.BackOff;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.Executions.Ending;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The two ends of an order to freeze an account: what is ordered, and what came of it. */
public final class FinishFreeze {
  /** With the delays of {@link #RETRY} these go on for about an hour: people wait for it. */
  static final int MOST_ATTEMPTS = 6;

  private static final BackOff RETRY = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30));
  private final Letters letters;
  private final SecurityContact security;

  public FinishFreeze(Letters letters, SecurityContact security) {
    this.letters = letters;
    this.security = security;
  }

  /** The order; empty, and it is ended, when its account is gone or its attempts are used up. */
  public Optional<FreezeOrder> order(FlowContext context, ClaimedExecution execution) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    Optional<Account> account = context.account(ticket);
    if (account.isEmpty() || execution.attempts() > MOST_ATTEMPTS) {
      failed(context, execution, ticket, "");
      return Optional.empty();
    }
    return Optional.of(
        new FreezeOrder(
            execution.decision(),
            ticket.reference().toString(),
            account.get().name(),
            context.work().tickets().history(ticket.id()).stream()
                .filter(entry -> entry.event() == TicketEvent.FREEZE_ORDERED)
                .reduce((earlier, later) -> later)
                .map(HistoryEntry::cause)
                .map(Cause::actor)
                .map(FinishFreeze::orderedBy)
                .orElseThrow()));
  }

  private static String orderedBy(Actor actor) {
    return actor.kind() == Actor.Kind.OPERATOR ? actor.kind() + " " + actor.name() : actor.name();
  }

  /** Keeps what came of it. */
  public void finish(FlowContext context, ClaimedExecution execution, RecoveryResult result) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    if (result instanceof RecoveryResult.Done done) {
      context.work().executions().end(execution, Ending.DONE, done.detail());
      Ticket noted =
          context.apply(ticket, TicketEvent.NOTED, Cause.desk("frozen: " + done.detail()));
      letters.toAllStaff(
          context,
          noted,
          new SecurityLetter.FreezeDone(context.nameOnRecord(noted), new Text(done.detail())),
          execution.decision());
      tellSecurity(context, noted, true, done.detail(), execution);
    } else if (result instanceof RecoveryResult.HandedToStaff) {
      context.work().executions().end(execution, Ending.WITH_STAFF, "");
      letters.toAllStaff(
          context,
          ticket,
          new SecurityLetter.FreezeTask(context.nameOnRecord(ticket)),
          execution.decision());
    } else if (result instanceof RecoveryResult.Unavailable away) {
      if (execution.attempts() >= MOST_ATTEMPTS) {
        failed(context, execution, ticket, away.detail());
      } else {
        Instant again = context.now().plus(RETRY.after(execution.attempts()));
        context.work().executions().postpone(execution, again, away.detail());
        context.tellOperator(
            "ticket=%s not frozen, try %d of %d, again at %s: %s"
                .formatted(
                    ticket.reference(), execution.attempts(), MOST_ATTEMPTS, again, away.detail()));
      }
    } else if (result instanceof RecoveryResult.Failed failed) {
      failed(context, execution, ticket, failed.detail());
    }
  }

  private void failed(
      FlowContext context, ClaimedExecution execution, Ticket ticket, String answer) {
    context.work().executions().end(execution, Ending.FAILED, answer);
    Ticket noted = context.apply(ticket, TicketEvent.NOTED, FreezeAccount.failed(answer));
    letters.toAllStaff(
        context,
        noted,
        new SecurityLetter.FreezeFailed(context.nameOnRecord(noted), new Text(answer)),
        execution.decision());
    tellSecurity(context, noted, false, answer, execution);
  }

  /** Who was asked to close it sooner, if they can. */
  private void tellSecurity(
      FlowContext context, Ticket ticket, boolean done, String answer, ClaimedExecution execution) {
    security.tell(
        context,
        ticket,
        new SecurityLetter.SecurityFrozen(context.nameOnRecord(ticket), done, new Text(answer)),
        execution.decision());
  }
}
