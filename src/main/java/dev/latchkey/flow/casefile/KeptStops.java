package dev.latchkey.flow.casefile;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.Optional;

/**
 * Stops of a request that nothing is proved for. Where account names are not public, a stranger who
 * claims an account must not learn from what an owner answers that it exists (THREATS T16): their
 * request goes on as if there were no such account, and the stop is kept. Nothing can be approved
 * without a proof, and with the first one it stands still until the staff decide.
 */
public final class KeptStops {
  private final DeskSettings settings;

  public KeptStops(DeskSettings settings) {
    this.settings = settings;
  }

  /** Whether what stops the ticket now must not show to its requester. */
  public boolean hides(FlowContext context, Ticket ticket) {
    return ticket.keeps(TicketEvent.OWNER_OBJECTED) && isStrangers(context, ticket);
  }

  /**
   * Whether its requester may be anybody, and must not learn that the account exists. Whose address
   * is registered for it reads at that address nothing that is not theirs to know.
   */
  public boolean isStrangers(FlowContext context, Ticket ticket) {
    return !settings.namesPublic()
        && !LeadingClaim.proved(context, ticket)
        && context.account(ticket).filter(it -> it.registers(ticket.requester())).isEmpty();
  }

  /** Stops it, at once or, where that must not show, with the first proof. */
  public Ticket stop(FlowContext context, Ticket ticket, TicketEvent event, Cause cause) {
    return ticket.keeps(event) && hides(context, ticket)
        ? context.keepStop(ticket, event, cause)
        : context.apply(ticket, event, cause);
  }

  /** Whether nothing goes on without the staff: it stands still, or will with the first proof. */
  public static boolean stand(FlowContext context, Ticket ticket) {
    return ticket.state().standsStill() || wait(context, ticket);
  }

  /** The same of a moment of its past. */
  public static boolean stood(HistoryEntry entry) {
    return entry.to().standsStill() || entry.keptStop();
  }

  /** Whether an owner's objection stopped it, at once or with the first proof. */
  public static boolean contest(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.CONTESTED || wait(context, ticket);
  }

  /** Whether a stop is kept, and nothing is proved yet. */
  public static boolean wait(FlowContext context, Ticket ticket) {
    return undecided(context, ticket) && !LeadingClaim.proved(context, ticket);
  }

  /** Why a stop does not show, for letters to staff about it. */
  public static Optional<Phrase> told(FlowContext context, Ticket ticket) {
    return wait(context, ticket) ? Optional.of(new CasePhrase.StopKept()) : Optional.empty();
  }

  /** Whether a stop was kept, and something is proved by now. */
  public static boolean due(FlowContext context, Ticket ticket) {
    return undecided(context, ticket) && LeadingClaim.proved(context, ticket);
  }

  /** Whether a stop was kept that nobody of the staff decided on. What they take back is undone. */
  private static boolean undecided(FlowContext context, Ticket ticket) {
    if (!ticket.keeps(TicketEvent.OWNER_OBJECTED)) {
      return false;
    }
    boolean open = false;
    boolean decided = false;
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      if (entry.keptStop()) {
        open = true;
      } else if (decides(entry)) {
        decided = open;
        open = false;
      } else if (entry.event() == TicketEvent.UNDONE) {
        open |= decided;
      }
    }
    return open;
  }

  private static boolean decides(HistoryEntry entry) {
    return switch (entry.event()) {
      case REJECTED, REDIRECTED, MERGED, CLOSED, REOPENED_BY_STAFF -> true;
      // What staff hold until a day goes on by itself, whoever objects meanwhile.
      case RESUMED -> entry.cause().actor().commands();
      // It took effect.
      case STILL_CONTESTED -> !entry.cause().actor().commands();
      default -> false;
    };
  }
}
