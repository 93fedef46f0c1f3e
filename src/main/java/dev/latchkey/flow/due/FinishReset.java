package dev.latchkey.flow.due;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.outgoing.BackOff;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.ExecutionShelf.Ending;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what came of an order: done, handed to people, away, or refused. */
public final class FinishReset {
  /** With the delays of {@link #RETRY} these go on for about 16 hours, into the next day. */
  static final int MOST_ATTEMPTS = 8;

  private static final BackOff RETRY = new BackOff(Duration.ofMinutes(15), Duration.ofHours(4));
  private static final Logger LOG = LoggerFactory.getLogger(FinishReset.class);
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
      // Also when it was called off meanwhile: what was done has to be known.
      context.work().executions().end(execution, Ending.DONE, done.detail());
      done(context, ticket, done.detail());
    } else if (ticket.state() != TicketState.EXECUTING) {
      LOG.info("ticket={} {} was called off meanwhile", ticket.id(), execution.decision());
    } else if (result instanceof RecoveryResult.HandedToStaff) {
      context.work().executions().end(execution, Ending.WITH_STAFF, "");
      handOver(context, ticket);
    } else if (result instanceof RecoveryResult.Unavailable away) {
      away(context, execution, ticket, away.detail());
    } else if (result instanceof RecoveryResult.Failed failed) {
      fail(context, execution, ticket, "The account system refused the reset.", failed.detail());
    }
  }

  /** The directory does not know the account any more, so nothing can be ordered. */
  void accountGone(FlowContext context, ClaimedExecution execution, Ticket ticket) {
    fail(
        context,
        execution,
        ticket,
        "The account is gone.",
        "the account directory does not know the account any more");
  }

  /** Every attempt failed: people must find out what the account system did. */
  void usedUp(FlowContext context, ClaimedExecution execution, Ticket ticket, String detail) {
    int asked = Math.min(execution.attempts(), MOST_ATTEMPTS);
    fail(
        context,
        execution,
        ticket,
        "The account system did not do the reset, or did not say so.",
        "asked " + asked + " times; " + detail);
  }

  private void away(FlowContext context, ClaimedExecution execution, Ticket ticket, String detail) {
    if (execution.attempts() >= MOST_ATTEMPTS) {
      usedUp(context, execution, ticket, detail);
      return;
    }
    context
        .work()
        .executions()
        .postpone(execution, context.now().plus(RETRY.after(execution.attempts())), detail);
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

  private void fail(
      FlowContext context, ClaimedExecution execution, Ticket ticket, String why, String detail) {
    context.work().executions().end(execution, Ending.FAILED, detail);
    Ticket held = context.apply(ticket, TicketEvent.EXECUTION_FAILED, Cause.desk(detail));
    letters.toAllStaff(
        context,
        held,
        Letter.CONTESTED,
        "failed " + held.version(),
        Map.of("why", why, "lines", List.of(detail)));
  }
}
