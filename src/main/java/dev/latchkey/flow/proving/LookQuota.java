package dev.latchkey.flow.proving;

import dev.latchkey.check.Policy.Looks;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;

/**
 * How often the desk looks at once for a day, whoever says "done": every look is a request to
 * somebody else's server. A round of looks at all places of a ticket counts as one, and the account
 * by the name that was given, so that nobody learns from it what is on record or whether there is
 * such an account. Who only claims one uses up nothing of those who have proved something.
 */
final class LookQuota {
  private final Looks most;

  LookQuota(Looks most) {
    this.most = most;
  }

  /**
   * Whether one more look is made at once; then it is counted.
   *
   * @param proved something was proved for the ticket
   */
  boolean take(FlowContext context, Ticket ticket, boolean proved) {
    Instant since = context.now().minus(Looks.WITHIN);
    boolean left =
        context.work().wantedLooks().ofTicket(ticket.id(), since) < most.perTicket()
            && ticket
                .account()
                .map(key -> context.work().wantedLooks().ofAccount(key, since, proved))
                .filter(made -> made >= most.perAccount())
                .isEmpty()
            && context.work().wantedLooks().ofAll(since, proved) < most.inAll();
    if (left) {
      context.work().wantedLooks().add(ticket.id(), context.now(), ticket.account(), proved, since);
    }
    return left;
  }
}
