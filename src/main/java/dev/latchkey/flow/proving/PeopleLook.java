package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.ZoneOffset;

/**
 * A requester says that a proof is there, where only people look: they hear of it at once, by a
 * case that shows the places and what is to be shown there. What stands still stays so, and its
 * words are in the digest.
 */
public final class PeopleLook {
  private final HandOver handOver;
  private final Review review;
  private final Letters letters;

  public PeopleLook(HandOver handOver, Review review, Letters letters) {
    this.handOver = handOver;
    this.review = review;
    this.letters = letters;
  }

  /** Puts it before them, and tells the requester. */
  public Ticket tell(FlowContext context, Ticket ticket, Cause cause, String key) {
    if (ticket.accepts(TicketEvent.HANDED_OVER)) {
      return handOver.toStaff(
          context, ticket, TicketEvent.HANDED_OVER, cause, Handover.PROOF_UNSEEN, Text.NONE);
    }
    quietly(context, ticket, cause);
    letters.toRequester(context, ticket, new EvidenceLetter.ProofLooking(true), key);
    return ticket;
  }

  /** The same without a letter to the requester. */
  public Ticket quietly(FlowContext context, Ticket ticket, Cause cause) {
    if (ticket.accepts(TicketEvent.HANDED_OVER)) {
      return handOver.quietly(context, ticket, TicketEvent.HANDED_OVER, cause);
    }
    if (ticket.state() == TicketState.IN_REVIEW) {
      // However often they say it: once a day, for what they write stands in the digest as well.
      String day = context.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
      review.sendCase(context, ticket, "shown " + day);
    }
    return ticket;
  }
}
