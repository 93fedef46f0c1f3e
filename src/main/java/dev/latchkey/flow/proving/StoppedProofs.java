package dev.latchkey.flow.proving;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;

/**
 * What a ticket did not wait for, being closed or put off: it is to be asked for once more, with
 * another token; what the requester gave up is not.
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

  /** It is not asked for now; it is when the ticket waits again after another stop. */
  static void rest(FlowContext context, Ticket ticket) {
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
