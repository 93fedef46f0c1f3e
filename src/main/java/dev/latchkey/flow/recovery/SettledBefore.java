package dev.latchkey.flow.recovery;

import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;

/**
 * Whether a ticket was RECOVERED and is only open again because of what was written after that: who
 * closes it then declines nothing, and what was done before stays.
 */
public final class SettledBefore {
  private SettledBefore() {}

  /** By its history, oldest first; a report of the reset that was taken back settles nothing. */
  public static boolean is(List<HistoryEntry> history) {
    boolean settled = false;
    for (HistoryEntry entry : history) {
      boolean opened = entry.from().closed() && !entry.to().closed();
      if (opened) {
        settled = entry.from() == TicketState.RECOVERED;
      }
      settled &= entry.event() != TicketEvent.EXECUTION_FAILED;
    }
    return settled;
  }
}
