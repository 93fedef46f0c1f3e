package dev.latchkey.flow.recovery;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;

/**
 * Whether a registered address is that of who asked: they write from it, and sent its code back.
 */
final class OwnAddress {
  private OwnAddress() {}

  static boolean proved(FlowContext context, Ticket ticket, EmailAddress owner) {
    return owner.equals(ticket.requester())
        && context.work().proofs().of(ticket.id()).stream()
            .filter(
                piece ->
                    piece.kind() == EvidenceClass.CODE || piece.kind() == EvidenceClass.SECOND_CODE)
            .anyMatch(piece -> piece.through(owner));
  }
}
