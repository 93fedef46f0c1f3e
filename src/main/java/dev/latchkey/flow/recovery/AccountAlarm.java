package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/** What an owner said, or staff feared, of an account, for which people act on it by themselves. */
public final class AccountAlarm {
  private AccountAlarm() {}

  /**
   * Whether people may act on the account because of what an owner said or staff feared, though no
   * recovery goes on: then whatever an owner writes is read at once.
   */
  public static boolean stands(FlowContext context, Ticket ticket) {
    return frozen(context, ticket)
        || (ticket.state().closed()
            && context.work().proofs().warnings(ticket.id()).stream()
                .anyMatch(warning -> warning.kind() == Warning.Kind.OWNER_OBJECTED));
  }

  /** Whether staff ever had the account frozen under this ticket. */
  static boolean frozen(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
        .anyMatch(entry -> entry.event() == TicketEvent.FREEZE_ORDERED);
  }
}
