package dev.latchkey.flow.due;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.ExecutionShelf.Ending;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.StaffRoster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what came of an order: done, handed to people, away, or refused. */
public final class FinishReset {
  private static final Duration RETRY = Duration.ofMinutes(15);
  private final Letters letters;
  private final Notices notices;
  private final TokenIssuer issuer;
  private final StaffRoster staff;

  public FinishReset(Letters letters, Notices notices, TokenIssuer issuer, StaffRoster staff) {
    this.letters = letters;
    this.notices = notices;
    this.issuer = issuer;
    this.staff = staff;
  }

  /** Keeps the answer of the account system, or of whoever carries resets out. */
  public void finish(FlowContext context, ClaimedExecution execution, RecoveryResult result) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    if (result instanceof RecoveryResult.Done done) {
      context.work().executions().end(execution, Ending.DONE, done.detail());
      done(context, ticket, done.detail());
    } else if (result instanceof RecoveryResult.HandedToStaff) {
      context.work().executions().end(execution, Ending.WITH_STAFF, "");
      handOver(context, ticket);
    } else if (result instanceof RecoveryResult.Unavailable away) {
      context.work().executions().postpone(execution, context.now().plus(RETRY), away.detail());
    } else if (result instanceof RecoveryResult.Failed failed) {
      context.work().executions().end(execution, Ending.FAILED, failed.detail());
      failed(context, ticket, failed.detail());
    }
  }

  private void done(FlowContext context, Ticket ticket, String detail) {
    if (!ticket.accepts(TicketEvent.EXECUTED)) {
      tooLate(context, ticket);
      return;
    }
    Ticket recovered = context.apply(ticket, TicketEvent.EXECUTED, Cause.desk(detail));
    letters.toRequester(
        context, recovered, Letter.RECOVERED, "round " + recovered.round(), Map.of());
    notices.recovered(context, recovered);
  }

  /** It was called off while the account system was at work: people must look at once. */
  private void tooLate(FlowContext context, Ticket ticket) {
    Ticket noted =
        context.apply(ticket, TicketEvent.NOTED, Cause.desk("the reset was done all the same"));
    letters.toAllStaff(
        context,
        noted,
        Letter.CONTESTED,
        "too late " + noted.version(),
        Map.of(
            "why",
            "The account system did the reset although it was called off meanwhile.",
            "lines",
            List.of("Please freeze the account and ask its owner.")));
  }

  private void handOver(FlowContext context, Ticket ticket) {
    String account = context.account(ticket).map(Account::name).orElse("");
    for (StaffMember member : staff.active()) {
      letters.toStaff(
          context,
          ticket,
          member.address(),
          Letter.TASK,
          issuer.task(context, ticket, member.address()),
          "round " + ticket.round(),
          Map.of("account", account, "steps", steps(ticket)));
    }
  }

  private static List<String> steps(Ticket ticket) {
    return List.of(
        "Reset what was lost: "
            + ticket.answers().reasons().stream()
                .map(Reason::word)
                .sorted()
                .collect(Collectors.joining(", ")),
        "Have the account system send its enrolment link to a registered address",
        "End all sessions and revoke all tokens of the account",
        "Answer this mail with DONE");
  }

  private void failed(FlowContext context, Ticket ticket, String detail) {
    if (!ticket.accepts(TicketEvent.EXECUTION_FAILED)) {
      return;
    }
    Ticket held = context.apply(ticket, TicketEvent.EXECUTION_FAILED, Cause.desk(detail));
    letters.toAllStaff(
        context,
        held,
        Letter.CONTESTED,
        "failed " + held.version(),
        Map.of("why", "The account system refused the reset.", "lines", List.of(detail)));
  }
}
