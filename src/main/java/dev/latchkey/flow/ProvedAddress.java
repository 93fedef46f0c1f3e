package dev.latchkey.flow;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.UnitOfWork;

/** Whether a code that went to an address came back from there, about a ticket. */
public final class ProvedAddress {
  private ProvedAddress() {}

  /** Whether who writes from it proved that they read it. */
  public static boolean is(UnitOfWork work, long ticketId, EmailAddress address) {
    return work.proofs().of(ticketId).stream()
        .filter(
            piece ->
                piece.kind() == EvidenceClass.CODE || piece.kind() == EvidenceClass.SECOND_CODE)
        .anyMatch(piece -> piece.through(address));
  }
}
