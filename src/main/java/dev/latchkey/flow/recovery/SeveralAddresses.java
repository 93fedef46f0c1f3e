package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;
import java.util.List;

/** One person may have asked for their account from several addresses registered for it. */
public final class SeveralAddresses {
  private SeveralAddresses() {}

  /**
   * Whether each of some requests for one account is of such an address, and was proved to come
   * from it.
   */
  public static boolean all(FlowContext context, List<Ticket> tickets) {
    return tickets.stream().map(Ticket::account).distinct().count() == 1
        && tickets.stream()
            .allMatch(
                ticket ->
                    context.work().proofs().of(ticket.id()).stream()
                            .anyMatch(piece -> piece.through(ticket.requester()))
                        && context
                            .account(ticket)
                            .filter(known -> known.registers(ticket.requester()))
                            .isPresent());
  }
}
