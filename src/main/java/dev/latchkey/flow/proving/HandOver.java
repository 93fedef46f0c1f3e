package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;

/**
 * Puts a request before the staff with which the desk alone gets no further. The staff can approve
 * nothing without a proof and have no command that asks for a code; so where a claim lies before
 * them for which none was ever asked, the codes go out now.
 */
public final class HandOver {
  private final BeforeStaff staff;
  private final OwnerCodes codes;

  public HandOver(BeforeStaff staff, OwnerCodes codes) {
    this.staff = staff;
    this.codes = codes;
  }

  /**
   * Moves a ticket before the staff and tells its requester why.
   *
   * @param event one that leads there
   * @param earlier the reason for which it was declined before; may be empty
   */
  public Ticket toStaff(
      FlowContext context,
      Ticket ticket,
      TicketEvent event,
      Cause cause,
      Handover why,
      Text earlier) {
    Ticket moved = quietly(context, ticket, event, cause);
    return tell(context, moved, why, earlier, "round " + moved.round());
  }

  /**
   * Tells the requester of a ticket that lies before the staff why.
   *
   * @param key what makes it this letter and no other
   */
  public Ticket tell(FlowContext context, Ticket moved, Handover why, Text earlier, String key) {
    boolean coming = codes.sendFirst(context, moved);
    return staff.tell(context, moved, why, earlier, coming, key);
  }

  /**
   * Tells it of one that stood still and goes on. Where no code came back by then, as one does not
   * that was answered in words which stopped it, fresh ones go out.
   *
   * @param kept as its requester knows it, it stood never still
   * @param key what makes it this letter and no other
   */
  public Ticket tellResumed(FlowContext context, Ticket moved, boolean kept, String key) {
    boolean coming = OtherCode.helps(context, moved);
    if (coming) {
      codes.send(context, moved);
    }
    Handover why = kept ? Handover.TAKEN_UP : Handover.RESUMED;
    return staff.tell(context, moved, why, Text.NONE, coming, key);
  }

  /**
   * Tells it when fresh codes go out because they asked for them.
   *
   * @param earlier the reason for which it was declined before; may be empty
   */
  public Ticket withNewCodes(
      FlowContext context,
      Ticket ticket,
      TicketEvent event,
      Cause cause,
      Handover why,
      Text earlier) {
    Ticket moved = quietly(context, ticket, event, cause);
    codes.sendAll(context, moved);
    return staff.tell(
        context, moved, why, earlier, moved.account().isPresent(), "round " + moved.round());
  }

  /** The same without a letter to the requester. */
  public Ticket quietly(FlowContext context, Ticket ticket, TicketEvent event, Cause cause) {
    return staff.move(context, ticket, event, cause);
  }
}
