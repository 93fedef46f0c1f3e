package dev.latchkey.flow.recovery;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.letter.Awaited;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a requester whose own code was right has still to bring, in few words: the letter that asked
 * for it tells how. To anybody else the kinds of proof would tell of the account.
 */
public final class StillWanted {
  private StillWanted() {}

  /** All of it, a voucher's word only as long as nobody is named who may give it. */
  public static Awaited of(FlowContext context, Ticket ticket) {
    Set<EvidenceClass> open = open(context, ticket);
    boolean voucherKnown = !open.isEmpty() && NamedVouchers.any(context, ticket);
    return new Awaited(
        OtherCode.missing(context, ticket),
        UnreadMailbox.waits(context, ticket),
        open.stream()
            .filter(kind -> !voucherKnown || kind != EvidenceClass.VOUCHER)
            .collect(Collectors.toCollection(TreeSet::new)),
        voucherKnown);
  }

  /** What was asked for by name since the code came; what is asked of anybody waits for codes. */
  private static Set<EvidenceClass> open(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.PROVING
            && OtherCode.proved(context, ticket).contains(ticket.requester())
        ? OpenProofs.of(context, ticket).stream()
            .filter(one -> !OpenProofs.anywhere(one))
            .map(AskedProof::kind)
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }
}
