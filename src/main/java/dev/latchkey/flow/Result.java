package dev.latchkey.flow;

import dev.latchkey.ticket.Ticket;
import java.util.Optional;

/**
 * How a mail ended.
 *
 * @param ticketId the ticket it belongs to now
 * @param reason why, for the operator
 */
public record Result(Outcome outcome, Optional<Long> ticketId, String reason) {

  public static Result of(Outcome outcome, Ticket ticket, String reason) {
    return new Result(outcome, Optional.of(ticket.id()), reason);
  }

  public static Result without(Outcome outcome, String reason) {
    return new Result(outcome, Optional.empty(), reason);
  }
}
