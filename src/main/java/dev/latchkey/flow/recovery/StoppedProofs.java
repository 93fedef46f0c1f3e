package dev.latchkey.flow.recovery;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Asking;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * What a ticket did not wait for, being closed or put off, is asked for once more, with another
 * token; what the requester gave up is not.
 */
final class StoppedProofs {
  private StoppedProofs() {}

  /** Whether something that was stopped is to be asked for again. */
  static boolean any(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream().anyMatch(StoppedProofs::waits);
  }

  private static boolean waits(AskedProof one) {
    return one.stopped() && one.lookAt().isPresent();
  }

  /**
   * Asks for it again.
   *
   * @param wanted it would still make something possible
   */
  static void askAgain(FlowContext context, MoreProofs more, Ticket ticket, boolean wanted) {
    if (!any(context, ticket)) {
      return;
    }
    if (!wanted || !ticket.accepts(TicketEvent.PROOFS_ASKED)) {
      rest(context, ticket);
    } else if (OpenProofs.named(context, ticket)) {
      more.askNamed(context, ticket, Asking.REOPENED);
    } else {
      end(context, more.askAnywhere(context, ticket));
    }
  }

  /** It is not asked for now; it is when the ticket waits again after another stop. */
  private static void rest(FlowContext context, Ticket ticket) {
    context.work().askedProofs().of(ticket.id()).stream()
        .filter(StoppedProofs::waits)
        .forEach(one -> context.work().askedProofs().put(one.ended(Standing.STOPPED)));
  }

  /** What is no more on record, or would count no more, is not asked for again. */
  static void end(FlowContext context, Ticket ticket) {
    context.work().askedProofs().of(ticket.id()).stream()
        .filter(AskedProof::stopped)
        .forEach(one -> context.work().askedProofs().put(one.ended(Standing.PASSED)));
  }
}
