package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;

/**
 * Whether the requester reads any mailbox that is registered for the account, by what they say and
 * by where they write from.
 */
public final class UnreadMailbox {
  private UnreadMailbox() {}

  /** Whether these answers say that the registered mailbox cannot be read. */
  public static boolean said(Answers answers) {
    return answers.reasons().contains(Reason.LOST_EMAIL_ACCESS);
  }

  /**
   * Whether they say so and read none of them: who asks from a registered address reads that one,
   * and means another.
   */
  public static boolean readsNone(FlowContext context, Ticket ticket) {
    return said(ticket.answers())
        && context.account(ticket).filter(it -> it.registers(ticket.requester())).isEmpty();
  }

  /** Whether other proofs than codes are asked for because of that, and none was brought. */
  public static boolean waits(FlowContext context, Ticket ticket) {
    return readsNone(context, ticket)
        && ticket.state() == TicketState.PROVING
        && OpenProofs.any(context, ticket);
  }
}
