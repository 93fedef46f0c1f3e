package dev.latchkey.flow.recovery;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
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

  /** The kinds of proof, a voucher's word only as long as nobody is named. */
  public static Set<EvidenceClass> kinds(FlowContext context, Ticket ticket) {
    boolean voucherKnown = NamedVouchers.any(context, ticket);
    return open(context, ticket).stream()
        .filter(kind -> !voucherKnown || kind != EvidenceClass.VOUCHER)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether they named who may vouch while proofs are asked for. */
  public static boolean voucherKnown(FlowContext context, Ticket ticket) {
    return !open(context, ticket).isEmpty() && NamedVouchers.any(context, ticket);
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
