package dev.latchkey.flow.due;

import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CalledOff;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.LateReset;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.outgoing.BackOff;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.Executions.Ending;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what came of an order: done, handed to people, away, or refused. */
public final class FinishReset {
  /** With the delays of {@link #RETRY} these go on for about 16 hours, into the next day. */
  static final int MOST_ATTEMPTS = 8;

  private static final Duration LONGEST_AWAY = Duration.ofHours(16);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
  private static final BackOff RETRY = new BackOff(Duration.ofMinutes(15), Duration.ofHours(4));

  /** Where a ticket waits for people, and nothing else was ordered for it. */
  private static final Set<TicketState> CALLED_OFF =
      EnumSet.of(TicketState.IN_REVIEW, TicketState.ON_HOLD, TicketState.CONTESTED);

  private static final Logger LOG = LoggerFactory.getLogger(FinishReset.class);
  private final Letters letters;
  private final Notices notices;
  private final Tasks tasks;
  private final CaseFiles files;
  private final LateReset late;

  public FinishReset(
      Letters letters, Notices notices, Tasks tasks, CaseFiles files, LateReset late) {
    this.letters = letters;
    this.notices = notices;
    this.tasks = tasks;
    this.files = files;
    this.late = late;
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
      if (result instanceof RecoveryResult.Failed failed && CALLED_OFF.contains(ticket.state())) {
        context.work().executions().end(execution, Ending.FAILED, failed.detail());
        if (!askedBefore(execution) && CalledOff.hasNoKnownEnd(context, ticket)) {
          notDone(context, ticket, failed.detail());
        }
      }
    } else if (result instanceof RecoveryResult.HandedToStaff) {
      context.work().executions().end(execution, Ending.WITH_STAFF, "");
      tasks.give(context, ticket);
    } else if (result instanceof RecoveryResult.Unavailable away) {
      away(context, execution, ticket, away.detail());
    } else if (result instanceof RecoveryResult.Failed failed) {
      String detail = failed.detail();
      fail(
          context,
          execution,
          ticket,
          Cause.desk(detail),
          askedBefore(execution)
              ? unanswered(context, ticket, execution.attempts(), Optional.of(new Text(detail)))
              : new AlertLetter.ResetRefused(context.nameOnRecord(ticket), new Text(detail)));
    }
  }

  /** The directory does not know the account any more, so nothing can be ordered. */
  void accountGone(FlowContext context, ClaimedExecution execution, Ticket ticket) {
    outdated(
        context,
        execution,
        ticket,
        Cause.desk("the account directory does not know the account any more"),
        files.assess(context, ticket).lacking().stream()
            .<Phrase>map(EvidencePhrase.Lacks::new)
            .toList());
  }

  /** The account would get another address than the approved one, so nothing can be ordered. */
  void otherAddress(FlowContext context, ClaimedExecution execution, Ticket ticket) {
    outdated(
        context,
        execution,
        ticket,
        Cause.desk("the account would get another address than the approved one"),
        List.of(new EvidencePhrase.OtherAddress()));
  }

  private void outdated(
      FlowContext context,
      ClaimedExecution execution,
      Ticket ticket,
      Cause why,
      List<Phrase> lacking) {
    fail(
        context,
        execution,
        ticket,
        why,
        askedBefore(execution)
            // This time nothing is ordered.
            ? unanswered(context, ticket, execution.attempts() - 1, Optional.empty())
            : new AlertLetter.ApprovalOutdated(context.nameOnRecord(ticket), lacking));
  }

  /** The tries before may have done it, whatever ends them. */
  private static AlertLetter unanswered(
      FlowContext context, Ticket ticket, int tries, Optional<Text> last) {
    return new AlertLetter.ResetUnanswered(context.nameOnRecord(ticket), tries, last);
  }

  /** Every attempt failed: people must find out what the account system did. */
  void usedUp(
      FlowContext context, ClaimedExecution execution, Ticket ticket, Optional<String> answer) {
    fail(
        context,
        execution,
        ticket,
        Cause.desk("asked " + MOST_ATTEMPTS + " times; " + answer.orElse("unreadable")),
        new AlertLetter.ResetUnanswered(
            context.nameOnRecord(ticket), MOST_ATTEMPTS, answer.map(Text::new)));
  }

  /**
   * The account directory is away, so that nothing can be ordered: it counts as no attempt, and
   * goes on for as long as one with an account system that does not answer.
   */
  public void directoryAway(FlowContext context, ClaimedExecution execution, String detail) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    if (ticket.state() != TicketState.EXECUTING) {
      context.work().executions().end(execution, Ending.FAILED, "no longer to be executed");
      return;
    }
    if (context.now().isBefore(ticket.stateSince().plus(LONGEST_AWAY))) {
      Instant again = context.now().plus(LOOK_AGAIN);
      context.work().executions().giveBack(execution, again, detail);
      context.tellOperator(
          "ticket=%s not carried out, again at %s: %s"
              .formatted(ticket.reference(), again, detail));
      return;
    }
    context.work().executions().end(execution, Ending.FAILED, detail);
    Ticket held = context.apply(ticket, TicketEvent.EXECUTION_FAILED, Cause.desk(detail));
    int asked = (int) LONGEST_AWAY.dividedBy(LOOK_AGAIN);
    notices.offForAllTold(context, ticket, held, askedBefore(execution));
    letters.toAllStaff(
        context,
        held,
        new AlertLetter.ResetUnanswered(
            held.account().orElse(""), asked, Optional.of(new Text(detail))),
        "failed " + held.version());
  }

  private void away(FlowContext context, ClaimedExecution execution, Ticket ticket, String detail) {
    if (execution.attempts() >= MOST_ATTEMPTS) {
      usedUp(context, execution, ticket, Optional.of(detail));
      return;
    }
    Instant again = context.now().plus(RETRY.after(execution.attempts()));
    context.work().executions().postpone(execution, again, detail);
    context.tellOperator(
        "ticket=%s not carried out, try %d of %d, again at %s: %s"
            .formatted(ticket.reference(), execution.attempts(), MOST_ATTEMPTS, again, detail));
  }

  /** What came of the tries before is not known, whatever the account system says of this one. */
  private static boolean askedBefore(ClaimedExecution execution) {
    return execution.attempts() > 1;
  }

  private void done(FlowContext context, Ticket ticket, String detail) {
    if (ticket.state() != TicketState.EXECUTING) {
      late.answered(context, ticket);
      return;
    }
    Ticket recovered = context.apply(ticket, TicketEvent.EXECUTED, Cause.desk(detail));
    notices.recovered(context, recovered, false);
  }

  /** They were told that it would be found out whether anything was changed: nothing was. */
  private void notDone(FlowContext context, Ticket ticket, String detail) {
    Ticket told = context.apply(ticket, TicketEvent.EXECUTION_FAILED, Cause.desk(detail));
    notices.refused(context, ticket, told, Optional.of(told.requester()));
    letters.toRequester(
        context,
        told,
        new DecisionLetter.UnderCheck(false, Optional.empty()),
        "not done " + told.version());
  }

  private void fail(
      FlowContext context,
      ClaimedExecution execution,
      Ticket ticket,
      Cause why,
      StaffLetter letter) {
    context.work().executions().end(execution, Ending.FAILED, why.detail());
    Ticket held = context.apply(ticket, TicketEvent.EXECUTION_FAILED, why);
    if (askedBefore(execution) || letter instanceof AlertLetter.ResetUnanswered) {
      notices.offForAll(context, ticket, held);
    } else {
      notices.refusedForAll(context, ticket, held);
    }
    letters.toAllStaff(context, held, letter, "failed " + held.version());
  }
}
