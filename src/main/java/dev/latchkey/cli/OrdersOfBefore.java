package dev.latchkey.cli;

import dev.latchkey.accounts.ActionSource;
import dev.latchkey.config.Settings;
import dev.latchkey.store.Executions;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resets that were begun under another {@code action.kind}: what people were given stays with them,
 * for they may have done it; what the account system was asked goes to people, who look first.
 */
final class OrdersOfBefore {
  private static final int MOST = 50;

  private OrdersOfBefore() {}

  /** A line for each. */
  static List<String> of(Settings settings, OpenDesk desk) {
    List<OpenOrder> asked =
        desk.tickets().orders().stream()
            .filter(order -> order.kind() == Executions.Kind.RESET)
            .toList();
    if (settings.action() instanceof ActionSource.Manual) {
      return asked.stream()
          .filter(order -> order.attempts() > 0)
          .map(
              order ->
                  "action: %s was begun before and no end of it is known; at %s the staff get it (action.kind is manual), and are told to look first whether it is done"
                      .formatted(
                          new Reference(order.ticketId()),
                          desk.time().inFull(order.nextAttemptAt())))
          .toList();
    }
    Set<Reference> ordered =
        asked.stream()
            .map(order -> new Reference(order.ticketId()))
            .collect(Collectors.toUnmodifiableSet());
    return desk.tickets().listIn(Set.of(TicketState.EXECUTING), MOST).stream()
        .filter(reference -> !ordered.contains(reference))
        .map(
            reference ->
                "action: %s was given to the staff and stays with them until they answer DONE or FAILED (they may have done it); the account system is asked for what is ordered from now on"
                    .formatted(reference))
        .toList();
  }
}
