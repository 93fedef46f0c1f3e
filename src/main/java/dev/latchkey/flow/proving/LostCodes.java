package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Codes that did not arrive: they came back, or a server refused them. Where none is out any more,
 * what was proved goes on without them. Where nothing was, a ticket waits as one whose code
 * arrived, and as one about no account at all: its requester may be anybody, and every letter, its
 * time and what becomes of the ticket would tell them whether an address is there. Whose sender is
 * proved to be registered for the account is no stranger to it, and people look at once.
 */
public final class LostCodes {
  /** The letter that brings one to an owner. */
  public static final LetterKind CODE = LetterKind.of(OwnerLetter.Code.class);

  private final Proving proving;
  private final OwnerCodes ownerCodes;
  private final HandOver handOver;

  public LostCodes(Proving proving, OwnerCodes ownerCodes, HandOver handOver) {
    this.proving = proving;
    this.ownerCodes = ownerCodes;
    this.handOver = handOver;
  }

  /**
   * Ends the code that went to an address. The requester is not told: whether an address is there
   * is nobody's business but its owner's. They hear of us no later than without it.
   *
   * @return the ticket, before the staff where nothing is left to wait for
   */
  public Ticket lost(FlowContext context, Ticket ticket, EmailAddress address) {
    if (ownerCodes.undelivered(context, ticket, address)) {
      return proving.completeIfPossible(context, ticket);
    }
    if (!LeadingClaim.proved(context, ticket) || !ticket.accepts(TicketEvent.HANDED_OVER)) {
      return ticket;
    }
    Optional<Instant> reminder =
        ticket.next().filter(due -> due.step() == FollowUp.REMIND).map(due -> due.at());
    Ticket moved =
        handOver.quietly(
            context, ticket, TicketEvent.HANDED_OVER, Cause.desk("every code came back"));
    return reminder
        .map(at -> context.keep(moved.change().next(FollowUp.SIGN_OF_LIFE, at).build()))
        .orElse(moved);
  }
}
