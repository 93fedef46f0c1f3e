package dev.latchkey.flow;

import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the log tells of a ticket: what was decided, stopped, carried out, put off or failed, and
 * who did it. No words of anybody but the account system's.
 */
final class DeskNews {
  private static final int LONGEST = 300;

  private static final Set<TicketEvent> TOLD =
      EnumSet.of(
          TicketEvent.APPROVAL_RECORDED,
          TicketEvent.APPROVED,
          TicketEvent.REJECTED,
          TicketEvent.CLOSED,
          TicketEvent.HELD,
          TicketEvent.RESUMED,
          TicketEvent.OWNER_OBJECTED,
          TicketEvent.BREAK_IN_REPORTED,
          TicketEvent.WARNING_LIFTED,
          TicketEvent.FREEZE_ORDERED,
          TicketEvent.REOPENED_BY_STAFF,
          TicketEvent.UNDONE,
          TicketEvent.COOLED_OFF,
          TicketEvent.EXECUTION_DEFERRED,
          TicketEvent.EXECUTED,
          TicketEvent.EXECUTION_FAILED);

  /** Where the desk itself, or the account system, says why. */
  private static final Set<TicketEvent> WITH_DETAIL =
      EnumSet.of(
          TicketEvent.EXECUTION_DEFERRED, TicketEvent.EXECUTED, TicketEvent.EXECUTION_FAILED);

  private DeskNews() {}

  /** The line, if there is one. */
  static Optional<String> of(Ticket after, TicketEvent event, Cause cause) {
    if (!TOLD.contains(event)) {
      return Optional.empty();
    }
    String by =
        cause.actor().kind() == Actor.Kind.STAFF || cause.actor().kind() == Actor.Kind.OPERATOR
            ? cause.actor().kind() + " " + cause.actor().name()
            : cause.actor().kind().toString();
    boolean why = WITH_DETAIL.contains(event) && cause.actor().kind() == Actor.Kind.DESK;
    // Of what is taken back it is the command.
    String detail = why || event == TicketEvent.UNDONE ? ": " + cause.detail() : "";
    return Optional.of(
        SafeText.line(
            "ticket=%s %s by %s, now %s%s"
                .formatted(after.reference(), event, by, after.state(), detail),
            LONGEST));
  }
}
