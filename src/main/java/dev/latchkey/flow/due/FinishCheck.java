package dev.latchkey.flow.due;

import dev.latchkey.accounts.SavedCodes.Verdict;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Unchecked;
import dev.latchkey.outgoing.BackOff;
import dev.latchkey.store.ClaimedExecution;
import dev.latchkey.store.CodeOrder;
import dev.latchkey.store.Executions.Ending;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.HashValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The two ends of an offer of a recovery code: whether it is made, and what came of it. */
public final class FinishCheck {
  /** With the delays of {@link #RETRY} these go on for an hour: a code is not kept for longer. */
  static final int MOST_ATTEMPTS = 6;

  private static final BackOff RETRY = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(30));

  /** How an offer ended, as its row says. */
  private enum End {
    ACCEPTED,
    REFUSED,
    NOT_SUPPORTED,
    NO_ANSWER,
    NOT_NEEDED,
    NO_CODE,
    UNCHECKED
  }

  private final SavedCodeOffers offers;
  private final ProofRecorder recorder;
  private final Proving proving;
  private final Review review;
  private final Letters letters;

  public FinishCheck(
      SavedCodeOffers offers,
      ProofRecorder recorder,
      Proving proving,
      Review review,
      Letters letters) {
    this.offers = offers;
    this.recorder = recorder;
    this.proving = proving;
    this.review = review;
    this.letters = letters;
  }

  /**
   * The name of the account whose code it is said to be: as the account system writes it, or as the
   * requester did when the directory knows none, so that both are asked in the same way. Empty, and
   * the order is ended, when the code would count no more or its attempts are used up.
   */
  public Optional<String> order(FlowContext context, ClaimedExecution execution) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    if (!offers.wanted(context, ticket)) {
      end(context, execution, Ending.FAILED, End.NOT_NEEDED);
      return Optional.empty();
    }
    if (execution.attempts() > MOST_ATTEMPTS) {
      unchecked(context, execution, ticket, Unchecked.AWAY);
      return Optional.empty();
    }
    return Optional.of(context.nameOnRecord(ticket));
  }

  /** Whether what stands in a mail as a code is one of ours, which is nobody's recovery code. */
  public boolean ours(FlowContext context, List<String> readings) {
    return readings.stream()
        .map(HashValue::of)
        .anyMatch(hash -> context.work().tokens().findByCode(hash).isPresent());
  }

  /** The octets of the mail are gone, or hold no such code. */
  public void gone(FlowContext context, ClaimedExecution execution, boolean octetsGone) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    if (octetsGone) {
      unchecked(context, execution, ticket, Unchecked.SEND_AGAIN);
    } else {
      end(context, execution, Ending.FAILED, End.NO_CODE);
    }
  }

  /**
   * Keeps what came of it.
   *
   * @param more the same mail holds another code
   */
  public void finish(
      FlowContext context, ClaimedExecution execution, Verdict verdict, boolean more) {
    Ticket ticket = context.work().tickets().load(execution.ticketId());
    switch (verdict) {
      case ACCEPTED -> accepted(context, execution, ticket);
      case REFUSED -> refused(context, execution, ticket, more);
      case NOT_SUPPORTED -> {
        end(context, execution, Ending.FAILED, End.NOT_SUPPORTED);
        if (open(ticket)) {
          letters.toRequester(
              context, ticket, SavedCodeOffers.alone(ticket, true), execution.decision());
        }
      }
      case AWAY -> {
        if (execution.attempts() >= MOST_ATTEMPTS) {
          unchecked(context, execution, ticket, Unchecked.AWAY);
        } else {
          context
              .work()
              .executions()
              .postpone(
                  execution,
                  context.now().plus(RETRY.after(execution.attempts())),
                  End.NO_ANSWER.name());
        }
      }
    }
  }

  /** It is burned, so it counts wherever the ticket stands by now, as long as it can. */
  private void accepted(FlowContext context, ClaimedExecution execution, Ticket ticket) {
    end(context, execution, Ending.DONE, End.ACCEPTED);
    if (!offers.wanted(context, ticket)) {
      context.apply(
          ticket, TicketEvent.NOTED, Cause.desk("a recovery code was accepted, too late to count"));
      return;
    }
    String name = context.nameOnRecord(ticket);
    Ticket recorded =
        recorder.record(
            context,
            ticket,
            new Evidence(
                EvidenceClass.RECOVERY_CODE,
                name,
                context.now(),
                OptionalLong.of(CodeOrder.of(execution.decision()).mailId())),
            Cause.desk(EvidenceClass.RECOVERY_CODE + " " + name));
    Ticket next = proving.completeIfPossible(context, recorded);
    if (recorded.state() == next.state()
        && next.state() != TicketState.NEEDS_DETAILS
        && next.state() != TicketState.PROVING) {
      review.sendCase(context, next, "version " + next.version());
    }
    boolean asked =
        next.state() == TicketState.PROVING || next.state() == TicketState.NEEDS_DETAILS;
    letters.toRequester(
        context, next, new EvidenceLetter.SavedCodeAccepted(asked), execution.decision());
    if (recorded.state() == next.state()) {
      proving.askForTheRest(context, next, execution.decision());
    }
  }

  private void refused(
      FlowContext context, ClaimedExecution execution, Ticket ticket, boolean more) {
    CodeOrder order = CodeOrder.of(execution.decision());
    boolean open = open(ticket);
    Ticket noted =
        open && ticket.accepts(TicketEvent.CODE_REFUSED)
            ? context.apply(
                ticket, TicketEvent.CODE_REFUSED, Cause.desk("a recovery code was refused"))
            : ticket;
    if (more && offers.wanted(context, noted) && offers.next(context, noted, order)) {
      context.work().executions().end(execution, Ending.FAILED, End.REFUSED.name());
      return;
    }
    end(context, execution, Ending.FAILED, End.REFUSED);
    if (open) {
      letters.toRequester(
          context,
          noted,
          new EvidenceLetter.SavedCodeRefused(order.index() + 1, offers.left(context, noted)),
          execution.decision());
    }
  }

  private void unchecked(
      FlowContext context, ClaimedExecution execution, Ticket ticket, Unchecked why) {
    end(context, execution, Ending.FAILED, End.UNCHECKED);
    if (open(ticket)) {
      letters.toRequester(
          context, ticket, new EvidenceLetter.SavedCodeUnchecked(why), execution.decision());
    }
  }

  /** The order ends, and the octets of its mail go. */
  private static void end(FlowContext context, ClaimedExecution execution, Ending ending, End why) {
    context.work().executions().end(execution, ending, why.name());
    context.work().executions().forget(CodeOrder.of(execution.decision()));
  }

  private static boolean open(Ticket ticket) {
    return !ticket.state().closed();
  }
}
