package dev.latchkey.flow.casefile;

import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import java.util.stream.Stream;

/** What owners did to stop a recovery, as its history has it. */
public final class OwnerObjections {
  private OwnerObjections() {}

  /** Whether any owner objected to it. */
  public static boolean any(FlowContext context, Ticket ticket) {
    return of(context, ticket).findAny().isPresent();
  }

  /** Whether this one did. */
  static boolean by(FlowContext context, Ticket ticket, EmailAddress owner) {
    return of(context, ticket).anyMatch(entry -> entry.cause().actor().equals(Causes.owner(owner)));
  }

  private static Stream<HistoryEntry> of(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.event().ownerStops());
  }
}
