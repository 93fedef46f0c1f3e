package dev.latchkey.flow;

import java.util.Optional;

/**
 * Hears what the desk does, for logs, the demo and figures. It hears of a mail's outcome when that
 * is committed; it never changes anything.
 */
public interface DeskJournal {

  /** How a mail ended: its row, the outcome, the ticket it belongs to, and why. */
  void handled(long mailId, Outcome outcome, Optional<Long> ticketId, String reason);
}
