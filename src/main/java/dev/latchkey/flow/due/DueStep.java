package dev.latchkey.flow.due;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;

/** What one follow-up does to a ticket whose time has come. */
interface DueStep {

  /** Does it, and sets what time brings next. */
  void run(FlowContext context, Ticket ticket);

  /** What makes a letter of this stay in a state this letter and no other. */
  static String stay(Ticket ticket) {
    return "since " + ticket.stateSince();
  }
}
