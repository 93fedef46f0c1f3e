package dev.latchkey.flow.recovery;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;

/**
 * Whether a requester named somebody who may vouch for them. Whoever that is, on record or not,
 * they hear the same. The history tells, and in what was written before it did, the letter that
 * thanks for the name.
 */
public final class NamedVouchers {
  private static final LetterKind THANKED = LetterKind.of(EvidenceLetter.VoucherNamed.class);

  private NamedVouchers() {}

  /** Whether they named anybody. */
  public static boolean any(FlowContext context, Ticket ticket) {
    return context.wrote(ticket, THANKED)
        || context.work().tickets().history(ticket.id()).stream()
            .anyMatch(entry -> entry.says(Detail.NamesVoucher.class).isPresent());
  }

  /** Whether nothing is asked for any more but such a name, which they gave. */
  public static boolean only(FlowContext context, Ticket ticket) {
    return OpenProofs.any(context, ticket)
        && !OpenProofs.beside(context, ticket, EvidenceClass.VOUCHER)
        && any(context, ticket);
  }
}
