package dev.latchkey.flow.recovery;

import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.util.Optional;

/**
 * The address that an account gets whose mailbox is lost. Until the approval it follows from the
 * facts; what was approved is what is carried out, and when the facts lead elsewhere by then the
 * approval stands no more.
 */
public final class NewAddress {
  private NewAddress() {}

  /** What follows from the facts as they are now; empty when the account keeps its addresses. */
  static Optional<EmailAddress> reckoned(FlowContext context, Ticket ticket) {
    return AssuranceCheck.newAddress(
        ticket, context.account(ticket), context.work().proofs().of(ticket.id()));
  }

  /** What was approved in the round of the ticket. */
  public static Optional<EmailAddress> approved(FlowContext context, Ticket ticket) {
    return context.work().proofs().approvedAddress(ticket.id(), ticket.round());
  }

  /** Whether the facts still lead to what was approved. */
  public static boolean stands(FlowContext context, Ticket ticket) {
    return reckoned(context, ticket).equals(approved(context, ticket));
  }
}
