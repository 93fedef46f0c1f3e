package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * The one place that decides how a request goes on whose requester cannot read the registered
 * mailbox, whenever they say so: a code is nothing to wait for, so proofs that are no mailbox are
 * asked for at once. Who has none says so, and a person looks.
 *
 * <p>Every verified address of the account has its code all the same: another address of the
 * requester is asked that way, and whoever owns the account hears of the request. It goes the same
 * way for an account with one address, with several, and for none, so that what the requester hears
 * and sees tells nothing about it.
 */
public final class LostMailbox {
  private final OwnerCodes codes;
  private final MoreProofs more;
  private final HandOver handOver;

  public LostMailbox(OwnerCodes codes, MoreProofs more, HandOver handOver) {
    this.more = more;
    this.codes = codes;
    this.handOver = handOver;
  }

  /** Whether nothing beside codes was asked for yet, and nothing was proved. */
  public boolean news(FlowContext context, Ticket ticket) {
    return !OpenProofs.anyAsked(context, ticket) && !OpenProofs.named(context, ticket);
  }

  /** The requester of a ticket that asks for codes, or will, says so. */
  public Ticket said(FlowContext context, Ticket ticket) {
    Ticket known = known(context, ticket);
    if (!codes.asked(context, known)) {
      codes.send(context, known);
    }
    return more.askAnywhere(context, known);
  }

  /**
   * Puts it before the staff instead, where the requester is told in another letter or not at all.
   * What is contested lies before the staff already.
   */
  public Ticket quietly(FlowContext context, Ticket ticket, Cause cause) {
    boolean asked = codes.asked(context, ticket);
    Ticket known = known(context, ticket);
    Ticket moved =
        known.accepts(TicketEvent.HANDED_OVER)
            ? handOver.quietly(context, known, TicketEvent.HANDED_OVER, cause)
            : known;
    if (!asked) {
      codes.send(context, moved);
    }
    return moved;
  }

  private static Ticket known(FlowContext context, Ticket ticket) {
    return UnreadMailbox.said(ticket.answers())
        ? ticket
        : context.keep(
            ticket.change().answers(ticket.answers().because(Reason.LOST_EMAIL_ACCESS)).build());
  }
}
