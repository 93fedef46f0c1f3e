package dev.latchkey.flow.recovery;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.ticket.Ticket;

/**
 * Whether a requester named somebody who may vouch for them. Whoever that is, on record or not,
 * they hear the same, and so the letter that thanks for the name is what tells.
 */
public final class NamedVouchers {
  private static final LetterKind THANKED = LetterKind.of(EvidenceLetter.VoucherNamed.class);

  private NamedVouchers() {}

  /** Whether they named anybody. */
  public static boolean any(FlowContext context, Ticket ticket) {
    return context.wrote(ticket, THANKED);
  }

  /** Whether nothing is asked for any more but such a name, which they gave. */
  public static boolean only(FlowContext context, Ticket ticket) {
    return OpenProofs.any(context, ticket)
        && !OpenProofs.beside(context, ticket, EvidenceClass.VOUCHER)
        && any(context, ticket);
  }
}
