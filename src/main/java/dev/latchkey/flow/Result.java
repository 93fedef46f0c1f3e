package dev.latchkey.flow;

import dev.latchkey.ticket.Ticket;
import java.util.Optional;

/**
 * How a mail ended.
 *
 * @param ticketId the ticket it belongs to now
 * @param reason why, for the operator
 * @param news whether anybody needs to hear its words: those of a mail that came before were heard
 */
public record Result(Outcome outcome, Optional<Long> ticketId, String reason, boolean news) {
  public Result(Outcome outcome, Optional<Long> ticketId, String reason) {
    this(outcome, ticketId, reason, true);
  }

  /** It ended with a ticket, and says something new. */
  public static Result of(Outcome outcome, Ticket ticket, String reason) {
    return new Result(outcome, Optional.of(ticket.id()), reason);
  }

  /** Of one that says what the ticket holds already. */
  public static Result again(Outcome outcome, Ticket ticket, String reason) {
    return new Result(outcome, Optional.of(ticket.id()), reason, false);
  }

  /** It belongs to no ticket. */
  public static Result without(Outcome outcome, String reason) {
    return new Result(outcome, Optional.empty(), reason);
  }
}
