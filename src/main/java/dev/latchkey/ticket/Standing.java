package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * How a ticket stood before a command of the staff: all that a command may change of it, so that it
 * can be taken back.
 *
 * @param stateSince when it had entered its state
 * @param beside another ticket about the account led
 * @param next what time was to bring next
 */
public record Standing(
    TicketState state,
    Instant stateSince,
    boolean beside,
    int round,
    boolean reopened,
    boolean questionOpen,
    Optional<Due> next,
    Optional<EmailAddress> assignee,
    Optional<Reference> mergedInto,
    Dialogue dialogue,
    Optional<Instant> decidedAt,
    Optional<Instant> closedAt) {

  /** How it stands now. */
  public static Standing of(Ticket ticket) {
    return new Standing(
        ticket.state(),
        ticket.stateSince(),
        ticket.beside(),
        ticket.round(),
        ticket.reopened(),
        ticket.questionOpen(),
        ticket.next(),
        ticket.assignee(),
        ticket.mergedInto(),
        ticket.dialogue(),
        ticket.decidedAt(),
        ticket.closedAt());
  }
}
