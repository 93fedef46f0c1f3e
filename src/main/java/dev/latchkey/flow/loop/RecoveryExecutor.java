package dev.latchkey.flow.loop;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.DirectoryLookup;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.Executions.Ending;
import dev.latchkey.store.StoreUnavailableException;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has approved recoveries carried out: claims one, asks the account system outside of any
 * transaction, and writes what came of it. Every attempt at a decision carries the same key.
 */
public final class RecoveryExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryExecutor.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration RETRY = Duration.ofMinutes(15);
  private static final int BATCH = 10;
  private final DeskStore desk;
  private final AccountDirectory directory;
  private final RecoveryAction action;
  private final FlowContexts contexts;
  private final Letters letters;
  private final Notices notices;
  private final TokenIssuer issuer;
  private final StaffRoster staff;
  private final Failpoints failpoints;
  private final InstantSource clock;

  public RecoveryExecutor(
      DeskStore desk,
      AccountDirectory directory,
      RecoveryAction action,
      FlowContexts contexts,
      Letters letters,
      Notices notices,
      TokenIssuer issuer,
      StaffRoster staff,
      Failpoints failpoints,
      InstantSource clock) {
    this.desk = desk;
    this.directory = directory;
    this.action = action;
    this.contexts = contexts;
    this.letters = letters;
    this.notices = notices;
    this.issuer = issuer;
    this.staff = staff;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /**
   * Carries out what is due.
   *
   * @return how many decisions were claimed
   */
  public int executeOnce() {
    List<ClaimedExecution> due =
        Conflicts.retried(() -> desk.claimExecutions(BATCH, clock.instant(), LEASE));
    for (ClaimedExecution execution : due) {
      try {
        execute(execution);
      } catch (StoreUnavailableException | DeskUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        // The others are carried out; this one comes again when its lease is over, with its key.
        LOG.error("ticket={} execution {} failed", execution.ticketId(), execution.decision(), e);
      }
    }
    return due.size();
  }

  private void execute(ClaimedExecution execution) {
    Optional<RecoveryOrder> order = Conflicts.retried(() -> order(execution));
    if (order.isPresent()) {
      RecoveryResult result = action.execute(order.get());
      failpoints.hit(Failpoint.EXECUTED);
      inTurn(turn -> finish(turn, execution, result));
    }
  }

  /** The order for a ticket that is still to be executed; an objection since then calls it off. */
  private Optional<RecoveryOrder> order(ClaimedExecution execution) {
    return desk.work(
        clock.instant(),
        1,
        work -> {
          Ticket ticket = work.tickets().load(execution.ticketId());
          Optional<Account> account = new DirectoryLookup(directory).find(ticket.account());
          if (ticket.state() != TicketState.EXECUTING || account.isEmpty()) {
            work.executions().end(execution, Ending.FAILED, "no longer to be executed");
            return Optional.<RecoveryOrder>empty();
          }
          List<EmailAddress> proved =
              work.proofs().of(ticket.id()).stream()
                  .filter(
                      piece ->
                          piece.kind() == EvidenceClass.CODE
                              || piece.kind() == EvidenceClass.SECOND_CODE)
                  .map(piece -> EmailAddress.of(piece.source()))
                  .toList();
          return Optional.of(
              new RecoveryOrder(
                  execution.decision(),
                  ticket.reference().toString(),
                  account.get().name(),
                  ticket.answers().reasons().stream().map(Reason::word).collect(Collectors.toSet()),
                  work.proofs().approvers(ticket.id(), ticket.round()),
                  proved));
        });
  }

  private void finish(FlowContext turn, ClaimedExecution execution, RecoveryResult result) {
    Ticket ticket = turn.work().tickets().load(execution.ticketId());
    if (result instanceof RecoveryResult.Done done) {
      turn.work().executions().end(execution, Ending.DONE, done.detail());
      done(turn, ticket, done.detail());
    } else if (result instanceof RecoveryResult.HandedToStaff) {
      turn.work().executions().end(execution, Ending.WITH_STAFF, "");
      handOver(turn, ticket);
    } else if (result instanceof RecoveryResult.Unavailable away) {
      turn.work().executions().postpone(execution, turn.now().plus(RETRY), away.detail());
    } else if (result instanceof RecoveryResult.Failed failed) {
      turn.work().executions().end(execution, Ending.FAILED, failed.detail());
      failed(turn, ticket, failed.detail());
    }
  }

  private void done(FlowContext turn, Ticket ticket, String detail) {
    if (!ticket.accepts(TicketEvent.EXECUTED)) {
      tooLate(turn, ticket);
      return;
    }
    Ticket recovered = turn.apply(ticket, TicketEvent.EXECUTED, Cause.desk(detail));
    letters.toRequester(
        turn, recovered, new RequesterLetter.Recovered(), "round " + recovered.round());
    notices.recovered(turn, recovered);
  }

  /** An objection came while the account system was at work: people must look at once. */
  private void tooLate(FlowContext turn, Ticket ticket) {
    Ticket noted =
        turn.apply(ticket, TicketEvent.NOTED, Cause.desk("the reset was done all the same"));
    letters.toAllStaff(
        turn,
        noted,
        new StaffLetter.ResetTooLate(turn.account(noted).map(Account::name).orElse("")),
        "too late " + noted.version());
  }

  private void handOver(FlowContext turn, Ticket ticket) {
    String account = turn.account(ticket).map(Account::name).orElse("");
    for (StaffMember member : staff.active()) {
      letters.toStaff(
          turn,
          ticket,
          issuer.task(turn, ticket, member.address()),
          new StaffLetter.Task(account, ticket.answers().reasons()),
          "round " + ticket.round());
    }
  }

  private void failed(FlowContext turn, Ticket ticket, String detail) {
    if (!ticket.accepts(TicketEvent.EXECUTION_FAILED)) {
      return;
    }
    Ticket held = turn.apply(ticket, TicketEvent.EXECUTION_FAILED, Cause.desk(detail));
    letters.toAllStaff(
        turn, held, new StaffLetter.ResetRefused(new Text(detail)), "failed " + held.version());
  }

  private void inTurn(Consumer<FlowContext> task) {
    Conflicts.retried(
        () ->
            desk.work(
                clock.instant(),
                1,
                work ->
                    contexts.within(
                        work,
                        turn -> {
                          task.accept(turn);
                          return true;
                        })));
  }
}
