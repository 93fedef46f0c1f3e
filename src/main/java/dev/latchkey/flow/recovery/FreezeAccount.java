package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Freezes an account: every recovery of it stands still, the security contact hears of it, and the
 * account system is asked, or the staff, to close it to everybody.
 */
public final class FreezeAccount {
  private final Letters letters;
  private final Notices notices;
  private final SecurityContact security;

  public FreezeAccount(Letters letters, Notices notices, SecurityContact security) {
    this.letters = letters;
    this.notices = notices;
    this.security = security;
  }

  /**
   * Orders it.
   *
   * @param ticket of the account, after the order was written into its history
   * @param by who ordered it
   * @param words the reason
   * @return the ticket as it stands now
   */
  public Ticket order(
      FlowContext context, Ticket ticket, EmailAddress by, String words, Cause cause, String key) {
    List<Ticket> running = new ArrayList<>(List.of(ticket));
    running.addAll(LeadingClaim.others(context, ticket));
    running.forEach(one -> stop(context, one, cause, key));
    context
        .work()
        .executions()
        .orderFreeze(ticket.reference() + "-freeze-" + ticket.version(), ticket.id());
    security.tell(
        context,
        ticket,
        new StaffLetter.SecurityFreeze(
            context.account(ticket).map(Account::name).orElse(""), by, new Text(words)),
        "freeze " + ticket.version());
    return context.work().tickets().load(ticket.id());
  }

  /** What stands still already stays as it is. */
  private void stop(FlowContext context, Ticket ticket, Cause cause, String key) {
    boolean stands =
        ticket.state() == TicketState.ON_HOLD || ticket.state() == TicketState.CONTESTED;
    if (stands || !ticket.accepts(TicketEvent.HELD)) {
      return;
    }
    Ticket held = context.apply(ticket, TicketEvent.HELD, cause);
    notices.off(context, ticket, held, Optional.empty());
    letters.toRequester(
        context,
        held,
        new RequesterLetter.UnderCheck(ticket.state() == TicketState.EXECUTING),
        key + " " + held.reference());
  }
}
